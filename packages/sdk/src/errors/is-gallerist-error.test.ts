import { expect, test } from 'vitest'
import * as sdk from '../index.ts'
import { isGalleristError } from './is-gallerist-error.ts'

/** An error as another copy of the package would throw it. */
function fromAnotherCopy(name: string, code: string): Error {
  return Object.assign(new Error('x'), { name, code, status: null, requestId: null, retryable: false })
}

/** Names and codes are nobody's own: other libraries have an `ApiError` with a `code`, too. */
function fromSomebodyElse(name: string, code: string): Error {
  return Object.assign(new Error('x'), { name, code })
}

test('knows every error class that the package exports', () => {
  const exported = Object.entries(sdk).filter(([, value]) => isErrorClass(value))
  const unknown = exported.map(([name]) => name).filter((name) => !isGalleristError(fromAnotherCopy(name, 'ABORTED')))
  expect(exported.length).toBeGreaterThan(9)
  expect(unknown).toEqual([])
})

function isErrorClass(value: unknown): boolean {
  return value === sdk.GalleristError || Object.getPrototypeOf(value) === sdk.GalleristError
}

test('goes by the name, so that two copies understand each other', () => {
  expect(isGalleristError(fromAnotherCopy('ApiError', 'GALLERY_CHANGED'), 'GALLERY_CHANGED')).toBe(true)
  expect(isGalleristError(fromAnotherCopy('ApiError', 'MEDIA_GONE'), 'GALLERY_CHANGED')).toBe(false)
})

test.for([
  new Error('x'),
  fromAnotherCopy('AxiosError', 'ECONNRESET'),
  fromSomebodyElse('ApiError', 'E_TENANT'),
  fromSomebodyElse('NetworkError', 'NETWORK_ERROR'),
  { name: 'ApiError', code: 'MEDIA_GONE' },
  null,
  undefined,
])('says no to %s', (value) => {
  expect(isGalleristError(value)).toBe(false)
})

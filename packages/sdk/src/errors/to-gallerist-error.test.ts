import { expect, test } from 'vitest'
import { AbortedError } from './aborted-error.ts'
import { toGalleristError } from './to-gallerist-error.ts'

test('leaves an error of the SDK as it is', () => {
  const error = new AbortedError()
  expect(toGalleristError(error)).toBe(error)
})

test('takes an error of somebody else by one of our names for what it is, and hands on none of its secrets', () => {
  const theirs = Object.assign(new Error('x'), { name: 'ApiError', code: 'E_TENANT', headers: 'TOKEN-SECRET' })
  const error = toGalleristError(theirs)
  expect(error).toMatchObject({ name: 'NetworkError', cause: { code: 'E_TENANT' } })
  expect(JSON.stringify([error, error.cause])).not.toContain('SECRET')
})

test.for([
  [new DOMException('stop', 'AbortError'), 'ABORTED', false],
  [new DOMException('late', 'TimeoutError'), 'TIMEOUT', true],
  [new TypeError('fetch failed'), 'NETWORK_ERROR', true],
  ['text', 'NETWORK_ERROR', true],
] as const)('turns %s into %s', ([thrown, code, retryable]) => {
  expect(toGalleristError(thrown)).toMatchObject({ code, retryable, status: null })
})

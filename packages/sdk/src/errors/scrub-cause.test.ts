import { expect, test } from 'vitest'
import { scrubCause } from './scrub-cause.ts'

test.for([
  ['GET https://b.example/k?X-Amz-Signature=abc failed', 'GET https://b.example/k[removed] failed'],
  ['sent Authorization: Bearer abc.def', 'sent Authorization: [removed]'],
  ['token eyJhbGciOi.eyJzdWIiOi.c2ln was refused', 'token [removed] was refused'],
  ['read ECONNRESET', 'read ECONNRESET'],
])('turns "%s" into "%s"', ([message, expected]) => {
  expect(scrubCause(new Error(message))?.message).toBe(expected)
})

test('keeps name and code, and drops everything else that hangs on an error', () => {
  const thrown = Object.assign(new TypeError('cut'), {
    code: 'ECONNRESET',
    config: { headers: 'SECRET' },
    cause: 'SECRET',
  })
  const cause = scrubCause(thrown)
  expect(cause).toMatchObject({ name: 'TypeError', message: 'cut', code: 'ECONNRESET' })
  expect(JSON.stringify(cause, Object.getOwnPropertyNames(cause))).not.toContain('SECRET')
})

test('says nothing of what is no error', () => {
  expect(scrubCause({ token: 'SECRET' })?.message).not.toContain('SECRET')
  expect(scrubCause(undefined)).toBeUndefined()
})

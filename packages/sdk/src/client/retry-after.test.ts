import { expect, test } from 'vitest'
import { parseRetryAfterMs } from './retry-after.ts'

const nowMs = Date.parse('2026-01-01T00:00:00Z')

test.for([
  ['3', 3_000],
  ['0', 0],
  ['-5', 0],
  ['Thu, 01 Jan 2026 00:00:09 GMT', 9_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
] as const)('reads %j as %j ms', ([header, expected]) => {
  expect(parseRetryAfterMs(header, nowMs)).toBe(expected)
})

import { expect, test } from 'vitest'
import { ApiError } from '../errors/api-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { toRetryDelayMs, type FailedAttempt, type RetryOptions } from './retry-policy.ts'

const cut: FailedAttempt = { error: new NetworkError('cut'), retryAfterMs: null }
const busy: FailedAttempt = {
  error: new ApiError({ code: 'UPLOAD_IN_PROGRESS', message: '', status: 409, requestId: null, retryable: true }),
  retryAfterMs: null,
}

function delays(failed: FailedAttempt, options: RetryOptions & { jitter: number }, count: number): (number | null)[] {
  return Array.from({ length: count }, (_, spent) => toRetryDelayMs(failed, { failures: spent, busy: spent }, options))
}

test('doubles from half a second to eight seconds, then gives up', () => {
  expect(delays(cut, { retries: 6, jitter: 0 }, 7)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, null])
})

test('gives up after two retries unless told otherwise', () => {
  expect(delays(cut, { jitter: 0 }, 3)).toEqual([500, 1_000, null])
  expect(delays(cut, { retries: 0, jitter: 0 }, 1)).toEqual([null])
})

test('shortens a pause by up to a quarter', () => {
  expect(delays(cut, { jitter: 0.999 }, 1)[0]).toBeCloseTo(375, 0)
})

test('is more patient with a server that is still at work', () => {
  expect(delays(busy, { jitter: 0 }, 7)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, null])
})

test('waits as long as it was asked to, and not for ever', () => {
  const spent = { failures: 0, busy: 0 }
  expect(toRetryDelayMs({ ...cut, retryAfterMs: 20_000 }, spent, { jitter: 0.5 })).toBe(20_000)
  expect(toRetryDelayMs({ ...cut, retryAfterMs: 60_001 }, spent, { jitter: 0 })).toBeNull()
})

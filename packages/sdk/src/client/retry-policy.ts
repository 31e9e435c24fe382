import type { ClientErrorCode, ErrorCode } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'

export interface RetryOptions {
  /** After a network error, a timeout, 408, 429 or 5xx. Default 2. */
  readonly retries?: number | undefined
  /** While the server is still at work on the same act (`UPLOAD_IN_PROGRESS`, `IDEMPOTENCY_IN_FLIGHT`). Default 6. */
  readonly busyRetries?: number | undefined
  /** Doubled with each retry, less up to a quarter of jitter. Default 500. */
  readonly baseDelayMs?: number | undefined
  /** Default 8 000. */
  readonly maxDelayMs?: number | undefined
  /** A server that asks for a longer pause ends the request instead. Default 60 000. */
  readonly maxRetryAfterMs?: number | undefined
}

export interface FailedAttempt {
  readonly error: GalleristError
  /** What the server asked for; null where it did not. */
  readonly retryAfterMs: number | null
}

/** Retries so far, per kind. */
export interface SpentRetries {
  readonly failures: number
  readonly busy: number
}

/** Conflicts that are none: the same act is under way and will have an answer soon. */
const busyCodes: ReadonlySet<ErrorCode | ClientErrorCode> = new Set<ErrorCode>([
  'UPLOAD_IN_PROGRESS',
  'IDEMPOTENCY_IN_FLIGHT',
])

const retriedStatuses: ReadonlySet<number> = new Set([408, 429])

export function isBusy(error: GalleristError): boolean {
  return busyCodes.has(error.code)
}

/** Whether the same request may succeed later. Storage that was switched off stays off until somebody acts. */
export function isRetryableAnswer(status: number, code?: ErrorCode): boolean {
  if (code !== undefined && busyCodes.has(code)) return true
  return code !== 'STORAGE_OFF' && (retriedStatuses.has(status) || status >= 500)
}

/** How long to wait before the next attempt; null where there is none. `jitter` is in [0, 1). */
export function toRetryDelayMs(
  failed: FailedAttempt,
  spent: SpentRetries,
  { jitter, ...options }: RetryOptions & { readonly jitter: number },
): number | null {
  const busy = isBusy(failed.error)
  const left = busy ? (options.busyRetries ?? 6) - spent.busy : (options.retries ?? 2) - spent.failures
  if (!failed.error.retryable || left <= 0) return null
  if (failed.retryAfterMs !== null) {
    return failed.retryAfterMs <= (options.maxRetryAfterMs ?? 60_000) ? failed.retryAfterMs : null
  }
  const doubled = (options.baseDelayMs ?? 500) * 2 ** (busy ? spent.busy : spent.failures)
  return Math.min(doubled, options.maxDelayMs ?? 8_000) * (1 - jitter / 4)
}

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

import type { AxiosLike } from './axios-transport.ts'
import type { Clock } from './clock.ts'
import type { RetryOptions } from './retry-policy.ts'
import type { AuthFunction } from './token-source.ts'
import type { Transport } from './transport.ts'

export interface GalleristClientOptions {
  /** Where the API lives, without `/api`. Default: the page's own origin; needed outside a browser. */
  readonly baseUrl?: string | undefined
  /** Asked for the bearer token before each attempt; null means: as nobody. */
  readonly auth?: AuthFunction | undefined
  /** Your axios instance for calls to the API, never changed. Uploads to the bucket do not go through it. */
  readonly axios?: AxiosLike | undefined
  /** Replaces axios altogether, for the API and for the bucket. */
  readonly transport?: Transport | undefined
  /** `false`: each request is sent once. */
  readonly retry?: RetryOptions | false | undefined
  /** For one attempt at the API. Default 30 000. */
  readonly timeoutMs?: number | undefined
  readonly clock?: Clock | undefined
  /** In [0, 1), for jitter. */
  readonly random?: (() => number) | undefined
  /** Makes idempotency keys. Default: random UUIDs. */
  readonly createId?: (() => string) | undefined
}

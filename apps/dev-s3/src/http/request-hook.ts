import type { Operation } from './operation.ts'

/** What a hook is told about a request, before its signature is checked. */
export interface ObservedRequest {
  readonly method: string
  readonly bucket: string
  readonly key: string
  readonly query: URLSearchParams
  /** Undefined for what this server answers with 501. */
  readonly operation: Operation | undefined
}

/**
 * What happens to a request:
 *
 * - `pass`: nothing special;
 * - `{ status, code }`: it has no effect and is answered with this error, such as `{ status: 503, code: 'SlowDown' }`;
 * - `connection-lost`: it has no effect and the connection breaks;
 * - `reply-lost`: it takes full effect and then the connection breaks;
 * - `{ failKeys }`: a DeleteObjects call is answered with 200, but keys for which this returns a code stay and are
 *   listed under `Errors` with it.
 */
export type Fault =
  | 'pass'
  | 'connection-lost'
  | 'reply-lost'
  | { readonly status: number; readonly code: string }
  | { readonly failKeys: (key: string) => string | undefined }

/**
 * Sees every request and may spoil it. Return a promise to delay a request; count calls to count requests.
 *
 * @example
 * onRequest: ({ operation }) => (operation === 'DeleteObjects' ? { status: 503, code: 'SlowDown' } : 'pass')
 */
export type RequestHook = (request: ObservedRequest) => Fault | Promise<Fault>

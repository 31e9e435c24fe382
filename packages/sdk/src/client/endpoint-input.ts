import type { Endpoint, EndpointBody, EndpointParams, EndpointQuery } from '../contract/index.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** For one attempt. Default: the client's. */
  readonly timeoutMs?: number | undefined
}

/** Of everything that changes something. */
export interface ActOptions extends CallOptions {
  /**
   * Names the act. Sent with every retry, so that it happens once; pass your own, and keep it, where a retry may come
   * after a reload. 1 to 255 visible ASCII characters, 230 where a file is sent. Default: a new one per call.
   */
  readonly idempotencyKey?: string | undefined
}

type Has<Row, Name extends PropertyKey> = Row extends Readonly<Record<Name, unknown>> ? true : false
type Given<Row, Name extends PropertyKey, Yes, No = unknown> = Has<Row, Name> extends true ? Yes : No

type IfMatchInput<Row> = Row extends { readonly ifMatch: 'required' }
  ? { readonly baseVersion: number }
  : Given<Row, 'ifMatch', { readonly baseVersion?: number | undefined }>

type MethodOptions<Row> = Row extends { readonly method: 'GET' } ? CallOptions : ActOptions

/** What a call of an endpoint takes, read off its row. */
export type EndpointInput<Row extends Endpoint> = MethodOptions<Row> &
  Given<Row, 'params', { readonly params: EndpointParams<Row> }> &
  Given<Row, 'query', { readonly query?: EndpointQuery<Row> | undefined }> &
  Given<Row, 'body', { readonly body: EndpointBody<Row> }> &
  Given<Row, 'multipart', { readonly file: File }> &
  IfMatchInput<Row>

/** The input may be left out where an endpoint asks for nothing. */
export type EndpointArguments<Row extends Endpoint> =
  object extends EndpointInput<Row> ? [input?: EndpointInput<Row>] : [input: EndpointInput<Row>]

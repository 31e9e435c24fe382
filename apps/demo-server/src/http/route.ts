import type { Endpoint, EndpointResponse, ParsedBody, ParsedParams, ParsedQuery, User } from '@gallerist/sdk/contract'
import type { FastifyBaseLogger } from 'fastify'

/** The file part of a form, read into memory; never more than the limit of the contract. */
export interface FormFile {
  readonly fileName: string
  readonly bytes: Buffer
}

/** What a handler gets of a request: everything parsed, nothing of Fastify. */
export interface RouteContext<Row extends Endpoint> {
  readonly params: ParsedParams<Row>
  readonly query: ParsedQuery<Row>
  readonly body: ParsedBody<Row>
  /** Null only where `anyone` may call and no token was sent. */
  readonly user: Row extends { access: 'anyone' } ? User | null : User
  /** The version in `If-Match`; null where it is optional and absent. */
  readonly baseVersion: Row extends { ifMatch: 'required' } ? number : number | null
  readonly idempotencyKey: string | null
  /** The file of a multipart row. */
  readonly file: Row extends { multipart: true } ? FormFile : null
  readonly requestId: string
  readonly log: FastifyBaseLogger
}

export interface RouteReply<Body> {
  readonly body: Body
  /** The gallery's version, sent as `ETag: "<version>"`. */
  readonly etag?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A {@link RouteContext} whose row is not known any more; the row's schemas have parsed it. */
export interface ParsedRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly user: User | null
  readonly baseVersion: number | null
  readonly idempotencyKey: string | null
  readonly file: FormFile | null
  readonly requestId: string
  readonly log: FastifyBaseLogger
}

/** One row of the endpoint table with the code that answers it. */
export interface Route {
  readonly endpoint: Endpoint
  handle(request: ParsedRequest): Promise<RouteReply<unknown>>
}

/**
 * Ties a handler to its row.
 *
 * @example
 * defineRoute(endpoints.getMedia, async ({ params, user }) => ({ body: await media.get(user, params.mediaId) }))
 */
export function defineRoute<Row extends Endpoint>(
  endpoint: Row,
  handle: (context: RouteContext<Row>) => Promise<RouteReply<EndpointResponse<Row>>>,
): Route {
  return {
    endpoint,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- register-route.ts parsed it by this very row
    handle: (request) => handle(request as RouteContext<Row>),
  }
}

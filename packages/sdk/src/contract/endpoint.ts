import type { z } from 'zod'
import type { ErrorCode } from './error-code.ts'

/** One row of the endpoint table: everything that client, server, fake backend and OpenAPI need to know of it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Parameters as `:name`. */
  readonly path: `/api/${string}`
  readonly summary: string
  /** `anyone` may call without a token and then sees what is public. */
  readonly access: 'anyone' | 'user' | 'admin'
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** The body is `multipart/form-data`: the fields of `body`, then one part named `file`. */
  readonly multipart?: true
  /** `If-Match: "<version>"`; `required`: 428 without it. */
  readonly ifMatch?: 'required' | 'optional'
  readonly status: 200 | 201
  readonly response: z.ZodType
  /** Besides those of {@link commonErrors}. */
  readonly errors: readonly ErrorCode[]
  /** Exists on demo servers only. */
  readonly demo?: true
}

/** Errors that any endpoint can answer with. */
export const commonErrors = [
  'MALFORMED_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'VALIDATION_FAILED',
  'PAYLOAD_TOO_LARGE',
  'CONTENT_TYPE_UNSUPPORTED',
  'RATE_LIMITED',
  'INTERNAL',
  'OVERLOADED',
] as const satisfies readonly ErrorCode[]

/**
 * Errors of every endpoint that changes something: `Idempotency-Key` is honoured there. Where a repetition changes
 * nothing more (completing, renewing, changing texts) the key is not needed.
 */
export const idempotencyErrors = [
  'IDEMPOTENCY_IN_FLIGHT',
  'IDEMPOTENCY_MISMATCH',
] as const satisfies readonly ErrorCode[]

/** Keeps the literal types of a row. */
export function defineEndpoint<const Row extends Endpoint>(row: Row): Row {
  return row
}

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type Field<Row, Name extends PropertyKey> = Row extends Readonly<Record<Name, infer Schema>> ? Schema : undefined

/** What a caller passes in. */
export type EndpointParams<Row extends Endpoint> = Input<Field<Row, 'params'>>
export type EndpointQuery<Row extends Endpoint> = Input<Field<Row, 'query'>>
export type EndpointBody<Row extends Endpoint> = Input<Field<Row, 'body'>>
/** What comes back. */
export type EndpointResponse<Row extends Endpoint> = z.output<Row['response']>
/** What a handler gets, parsed. */
export type ParsedParams<Row extends Endpoint> = Output<Field<Row, 'params'>>
export type ParsedQuery<Row extends Endpoint> = Output<Field<Row, 'query'>>
export type ParsedBody<Row extends Endpoint> = Output<Field<Row, 'body'>>

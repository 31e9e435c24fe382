import type {
  Endpoint,
  EndpointId,
  EndpointResponse,
  endpoints,
  ParsedBody,
  ParsedParams,
  ParsedQuery,
  User,
} from '../../contract/index.ts'
import type { Transaction } from '../state/backend-state.ts'

/** The file of a `multipart/form-data` body. */
export interface SentFile {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A parsed request to one row of the endpoint table. */
export interface Call<Row extends Endpoint> {
  readonly tx: Transaction
  readonly user: Row['access'] extends 'anyone' ? User | null : User
  readonly params: ParsedParams<Row>
  readonly query: ParsedQuery<Row>
  readonly body: ParsedBody<Row>
  readonly file: Row extends { multipart: true } ? SentFile : null
  /** The version in `If-Match`; null without one. */
  readonly ifMatch: number | null
}

/** Answers a call or throws a `Refusal`; what it did to the draft is committed when it returns. */
export type FakeHandler<Row extends Endpoint> = (call: Call<Row>) => EndpointResponse<Row>

export type FakeHandlers<Id extends EndpointId = EndpointId> = {
  readonly [Key in Id]: FakeHandler<(typeof endpoints)[Key]>
}

import type { BodyRequest } from '../body/receive-body.ts'
import type { Credentials } from '../signature/signing-key.ts'
import type { Storage } from '../store/storage.ts'
import type { Reply } from './reply.ts'

export interface S3Request extends BodyRequest {
  readonly bucket: string
  readonly key: string
  /** False for an anonymous read that a bucket policy allows. */
  readonly isSigned: boolean
  /** From a test's hook: the error code with which a key of DeleteObjects fails. */
  readonly failKey: (key: string) => string | undefined
}

/** What every handler may use. */
export interface S3Context {
  readonly storage: Storage
  readonly credentials: Credentials
  readonly maxObjectBytes: number
}

export type Handler = (request: S3Request, context: S3Context) => Reply | Promise<Reply>

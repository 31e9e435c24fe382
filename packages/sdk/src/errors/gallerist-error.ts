import type { ClientErrorCode, ErrorCode } from '../contract/index.ts'

export interface GalleristErrorFacts {
  readonly code: ErrorCode | ClientErrorCode
  readonly message: string
  /** HTTP status; null where no answer came. */
  readonly status: number | null
  readonly requestId: string | null
  /** The same request may succeed later without a change. */
  readonly retryable: boolean
  /** The facts that belong to the code, see `readErrorDetails`. */
  readonly details?: Readonly<Record<string, unknown>> | undefined
  readonly cause?: unknown
}

/** Base of everything the SDK throws. Branch on `code`, never on the message. */
export class GalleristError extends Error {
  override readonly name: string = 'GalleristError'
  readonly code: ErrorCode | ClientErrorCode
  readonly status: number | null
  readonly requestId: string | null
  readonly retryable: boolean
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(facts: GalleristErrorFacts) {
    super(facts.message, { cause: facts.cause })
    this.code = facts.code
    this.status = facts.status
    this.requestId = facts.requestId
    this.retryable = facts.retryable
    this.details = facts.details
  }
}

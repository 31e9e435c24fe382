import type { DetailedErrorCode, ErrorCode, ErrorDetails } from '@gallerist/sdk/contract'

/** A refusal with a code of the contract; the HTTP layer turns it into a problem document. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly details: Record<string, unknown> | undefined

  /** `message` says what failed, with which value, and what to do. */
  constructor(code: ErrorCode, message: string, options: { details?: Record<string, unknown>; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}

/** A refusal whose facts have the shape that the contract gives its code. */
export function refuse<Code extends DetailedErrorCode>(
  code: Code,
  message: string,
  details: ErrorDetails<Code> & Record<string, unknown>,
): DomainError {
  return new DomainError(code, message, { details })
}

import type { DetailedErrorCode, ErrorCode, ErrorDetails } from '../../contract/index.ts'

/** A request that is answered with a problem document and leaves the state as it was. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(code: ErrorCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** A refusal whose facts have the shape that the contract gives its code. */
export function refuse<Code extends DetailedErrorCode>(
  code: Code,
  message: string,
  details: ErrorDetails<Code> & Readonly<Record<string, unknown>>,
): Refusal {
  return new Refusal(code, message, details)
}

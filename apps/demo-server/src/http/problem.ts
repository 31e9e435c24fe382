import { type Problem, statusOfErrorCode } from '@gallerist/sdk/contract'
import type { DomainError } from '../domain/domain-error.ts'

/** The document that a client gets for a refusal. */
export function toProblem(error: DomainError, requestId: string): Problem {
  return {
    type: `urn:gallerist:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: toTitle(error.code),
    status: statusOfErrorCode[error.code],
    detail: error.message,
    instance: requestId,
    code: error.code,
    ...(error.details && { details: error.details }),
  }
}

function toTitle(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

import type { ErrorCode } from '@gallerist/sdk/contract'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { DomainError, refuse } from '../domain/domain-error.ts'
import { StorageError } from '../storage/object-storage.ts'

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'MALFORMED_REQUEST',
  406: 'CONTENT_TYPE_UNSUPPORTED',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'MALFORMED_REQUEST',
  415: 'CONTENT_TYPE_UNSUPPORTED',
  503: 'OVERLOADED',
}

/** Whatever was thrown, as a refusal of the contract. What nobody foresaw is INTERNAL and says nothing of itself. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (hasZodFastifySchemaValidationErrors(error)) return refuseInvalid(error.validation.map(toIssue(error)))
  if (error instanceof StorageError) {
    return new DomainError('STORAGE_UNAVAILABLE', 'The object storage did not answer; try again.', { cause: error })
  }
  const code = codeOfFrameworkError(error)
  if (code !== null && error instanceof Error) return new DomainError(code, error.message, { cause: error })
  return new DomainError('INTERNAL', 'The server failed; try again, and quote this request id if it stays.', {
    cause: error,
  })
}

/** A request that parses as JSON but not as what the endpoint takes. */
export function refuseInvalid(issues: readonly { path: string; message: string }[]): DomainError {
  const first = issues[0] ? `${issues[0].path}: ${issues[0].message}` : 'the request'
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return refuse('VALIDATION_FAILED', `The request is not valid: ${first}${more}.`, { issues: [...issues] })
}

function toIssue({ validationContext }: { validationContext?: string | undefined }) {
  const place = validationContext === 'querystring' ? 'query' : (validationContext ?? 'request')
  return ({ instancePath, message }: { instancePath: string; message?: string }) => ({
    path: `${place}${instancePath}`.replace(/\/$/, '').replaceAll('/', '.'),
    message: message ?? 'is not valid',
  })
}

/** Only what Fastify itself threw: a `statusCode` on any other error is not ours to pass on. */
function codeOfFrameworkError(error: unknown): ErrorCode | null {
  if (!(error instanceof Error) || !('code' in error) || !('statusCode' in error)) return null
  if (!String(error.code).startsWith('FST_')) return null
  return codeOfStatus[Number(error.statusCode)] ?? null
}

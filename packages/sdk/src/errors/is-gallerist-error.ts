import type { ClientErrorCode, ErrorCode } from '../contract/index.ts'
import type { GalleristError } from './gallerist-error.ts'

const names: ReadonlySet<unknown> = new Set([
  'GalleristError',
  'AbortedError',
  'ApiError',
  'ContractError',
  'CredentialsError',
  'FileRefusedError',
  'InvalidInputError',
  'NetworkError',
  'TimeoutError',
  'UnexpectedResponseError',
  'UploadRejectedError',
])

/**
 * Says whether something was thrown by this SDK, and with that code where one is given. By name and fields and not by
 * class, so that two copies of the package understand each other.
 *
 * @example if (isGalleristError(error, 'GALLERY_CHANGED')) merge(readErrorDetails('GALLERY_CHANGED', error)?.gallery)
 */
export function isGalleristError<Code extends ErrorCode | ClientErrorCode = ErrorCode | ClientErrorCode>(
  error: unknown,
  code?: Code,
): error is GalleristError & { readonly code: Code } {
  if (!(error instanceof Error) || !names.has(error.name) || !('code' in error)) return false
  // Other libraries have an `ApiError` with a `code`, too.
  if (!('requestId' in error) || !('retryable' in error)) return false
  return code === undefined ? typeof error.code === 'string' : error.code === code
}

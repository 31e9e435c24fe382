import { S3ServiceException } from '@aws-sdk/client-s3'
import { StorageError } from '../object-storage.ts'

/** The store's own word for what went wrong, such as `NoSuchKey`, or the name of the error. */
export function readErrorCode(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

/** The status of the store's answer; null where none came. */
export function readErrorStatus(error: unknown): number | null {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? null) : null
}

/** `what` says what was tried, such as `write media/1.jpg`. */
export function toStorageError(error: unknown, what: string): StorageError {
  if (error instanceof StorageError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new StorageError(`Could not ${what}: ${readErrorCode(error)}: ${message}`, { cause: error })
}

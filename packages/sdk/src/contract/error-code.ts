import { z } from 'zod'
import { keysOf } from './keys-of.ts'

/** Every error that the API can answer with, and its HTTP status. */
export const statusOfErrorCode = {
  MALFORMED_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ROUTE_NOT_FOUND: 404,
  GALLERY_NOT_FOUND: 404,
  DOCUMENT_NOT_FOUND: 404,
  MEDIA_NOT_FOUND: 404,
  UPLOAD_NOT_FOUND: 404,
  DELETION_NOT_FOUND: 404,
  USER_NOT_FOUND: 404,
  MEDIA_IN_USE: 409,
  PLAN_STALE: 409,
  UPLOAD_NOT_RECEIVED: 409,
  UPLOAD_IN_PROGRESS: 409,
  UPLOAD_ALREADY_USED: 409,
  UNDO_IMPOSSIBLE: 409,
  IDEMPOTENCY_IN_FLIGHT: 409,
  MEDIA_GONE: 410,
  UPLOAD_EXPIRED: 410,
  GALLERY_CHANGED: 412,
  DOCUMENT_CHANGED: 412,
  FILE_TOO_LARGE: 413,
  PAYLOAD_TOO_LARGE: 413,
  FILE_TYPE_UNSUPPORTED: 415,
  CONTENT_TYPE_UNSUPPORTED: 415,
  VALIDATION_FAILED: 422,
  MEDIA_UNKNOWN: 422,
  DUPLICATE_ITEM: 422,
  FILE_EMPTY: 422,
  FILE_UNREADABLE: 422,
  FILE_TOO_MANY_PIXELS: 422,
  IDEMPOTENCY_MISMATCH: 422,
  PRECONDITION_REQUIRED: 428,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  STORAGE_OFF: 503,
  STORAGE_UNAVAILABLE: 503,
  OVERLOADED: 503,
} as const

export type ErrorCode = keyof typeof statusOfErrorCode

/** What can go wrong before an answer of the API exists. */
export const clientErrorCodes = [
  'NETWORK_ERROR',
  'TIMEOUT',
  'ABORTED',
  'CONTRACT_MISMATCH',
  'UPLOAD_REJECTED',
  'INVALID_INPUT',
  'UNEXPECTED_RESPONSE',
] as const

export type ClientErrorCode = (typeof clientErrorCodes)[number]

export const errorCodeSchema = z.enum(keysOf(statusOfErrorCode))

/** Says whether a string is an error code that this version of the contract knows. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return errorCodeSchema.safeParse(value).success
}

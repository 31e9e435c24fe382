import { type ClientErrorCode, type ErrorCode, readErrorDetails } from '@gallerist/sdk/contract'
import type { EditorMessages } from './merge-messages.ts'

/** As much of an error as words are made from. */
export interface DescribableError {
  readonly code: ErrorCode | ClientErrorCode
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** What went wrong, in words for people: by code, never by the error's own text. */
export function describeError(error: DescribableError, words: EditorMessages): string {
  const size = readErrorDetails('FILE_TOO_LARGE', error)
  if (size) return words.uploads.tooLarge(size.sizeBytes)
  const undo = readErrorDetails('UNDO_IMPOSSIBLE', error)
  return undo ? words.receipt.undoImpossible[undo.reason] : words.errors[error.code]
}

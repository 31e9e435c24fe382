import type { ErrorCode } from '../contract/index.ts'
import { GalleristError } from './gallerist-error.ts'

export interface FileRefusal {
  readonly code: Extract<ErrorCode, `FILE_${string}`>
  readonly message: string
  readonly status?: number | undefined
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** The file cannot be taken as it is: empty, too large, no accepted picture, or no longer readable. */
export class FileRefusedError extends GalleristError {
  override readonly name = 'FileRefusedError'

  constructor({ status, ...facts }: FileRefusal) {
    super({ ...facts, status: status ?? null, requestId: null, retryable: false })
  }
}

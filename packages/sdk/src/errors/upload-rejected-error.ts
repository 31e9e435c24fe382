import { GalleristError } from './gallerist-error.ts'

export interface UploadRejection {
  readonly status: number
  /** The bucket's own code, e.g. `AccessDenied`; null where it gave none. */
  readonly bucketCode: string | null
  readonly requestId: string | null
  readonly retryable: boolean
}

/** The bucket refused the bytes. */
export class UploadRejectedError extends GalleristError {
  override readonly name = 'UploadRejectedError'

  constructor({ bucketCode, ...facts }: UploadRejection) {
    super({
      ...facts,
      code: 'UPLOAD_REJECTED',
      message: `The bucket answered ${facts.status} (${bucketCode ?? 'no code'}) to the upload.`,
      details: { bucketCode },
    })
  }
}

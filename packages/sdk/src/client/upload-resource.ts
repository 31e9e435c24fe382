import type { CompletedUpload, CreateUploadBody, UploadLease, UploadPurpose, UploadTicket } from '../contract/index.ts'
import type { ActOptions } from './endpoint-input.ts'

/** The single steps of an upload; `client.uploadMedia` takes them all. */
export interface UploadResource {
  create(file: CreateUploadBody, options?: ActOptions): Promise<UploadTicket>
  complete(uploadId: string, purpose: UploadPurpose, options?: ActOptions): Promise<CompletedUpload>
  /** Keeps a staged upload for another 24 hours. */
  renew(uploadId: string, options?: ActOptions): Promise<UploadLease>
}

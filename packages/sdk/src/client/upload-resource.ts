import {
  endpoints,
  type CompletedUpload,
  type CreateUploadBody,
  type UploadLease,
  type UploadPurpose,
  type UploadTicket,
} from '../contract/index.ts'
import type { ActOptions } from './endpoint-input.ts'
import type { RequestFunction } from './request.ts'

/** The single steps of an upload; `client.uploadMedia` takes them all. */
export interface UploadResource {
  readonly create: (file: CreateUploadBody, options?: ActOptions) => Promise<UploadTicket>
  readonly complete: (uploadId: string, purpose: UploadPurpose, options?: ActOptions) => Promise<CompletedUpload>
  /** Keeps a staged upload for another 24 hours. */
  readonly renew: (uploadId: string, options?: ActOptions) => Promise<UploadLease>
}

export function createUploadResource(request: RequestFunction): UploadResource {
  return {
    create: (file, options) => request(endpoints.createUpload, { body: file, ...options }),
    complete: (uploadId, purpose, options) =>
      request(endpoints.completeUpload, { params: { uploadId }, body: purpose, ...options }),
    renew: (uploadId, options) => request(endpoints.renewUpload, { params: { uploadId }, ...options }),
  }
}

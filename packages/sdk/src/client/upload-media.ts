import { uploadPurposeSchema } from '../contract/index.ts'
import { sendToBucket } from '../uploads/send-to-bucket.ts'
import { uploadFile } from '../uploads/upload-file.ts'
import { requireValid } from './check-input.ts'
import type { MediaResource } from './media-resource.ts'
import type { Runtime } from './runtime.ts'
import type { UploadResource } from './upload-resource.ts'

/** Wires the upload flow to a client. The purpose is checked first: the server would see it only after the bytes. */
export function createUploadMedia(runtime: Runtime, uploads: UploadResource): MediaResource['upload'] {
  const steps = {
    create: uploads.create,
    complete: uploads.complete,
    send: sendToBucket.bind(null, runtime),
  }
  return async (file, { onProgress, signal, timeoutMs, idempotencyKey, ...purpose } = {}) => {
    requireValid('The upload', { options: [uploadPurposeSchema, purpose] })
    const key = idempotencyKey ?? runtime.createId()
    return uploadFile(steps, {
      file,
      purpose,
      idempotencyKey: key,
      signal,
      timeoutMs,
      onProgress,
      clock: runtime.clock,
    })
  }
}

import type { CompletedUpload, UploadLease, UploadPurpose } from '../contract/index.ts'
import type { UploadProgress } from './upload-progress.ts'
import type { UploadState } from './upload-state.ts'

/** What the queue needs of a client; a scripted one will do in stories. */
export interface UploadClient {
  uploadMedia(
    file: File,
    options: UploadPurpose & {
      readonly signal: AbortSignal
      readonly idempotencyKey: string
      readonly onProgress: (progress: UploadProgress) => void
    },
  ): Promise<CompletedUpload>
  readonly uploads: { renew(uploadId: string): Promise<UploadLease> }
}

/**
 * Uploads, a few at a time, as an external store. Nothing here ever deletes: what was staged and is not saved runs out by
 * itself.
 */
export interface UploadQueue {
  /** Calls back after each change; the result stops that and nothing else. */
  readonly subscribe: (listener: () => void) => () => void
  /** All uploads in the order they were added; the same array until something changes. */
  readonly getSnapshot: () => readonly UploadState[]
  /** Queues a file, by default staged; the result is the upload's key. */
  add(file: File, purpose?: UploadPurpose): string
  /** Stops an upload that is not done; resolves once nothing of it runs. */
  cancel(key: string): Promise<void>
  /** Starts a failed or cancelled upload over, under the same key. */
  retry(key: string): void
  /** Drops an upload from the list, stopping it where it still runs. A staged result runs out by itself. */
  forget(key: string): void
  /** Resolves with the state once the upload is done, failed or cancelled; null for a key that is not (or no longer) here. */
  settled(key: string): Promise<UploadState | null>
  /**
   * Renews the leases of staged results while somebody holds them; the result lets go. A lease that ran out turns its
   * upload into `failed` with `UPLOAD_EXPIRED`: retry sends the file anew.
   */
  keepAlive(): () => void
  /** Later attempts go through this client. */
  replaceClient(client: UploadClient): void
}

import type { CompletedUpload } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'

/**
 * `queued` → `preparing` (sniffing, ticket) → `sending` (bytes) → `processing` (the server verifies) → `done`;
 * `failed` and `cancelled`, which is no failure, can be retried.
 */
export type UploadPhase = 'queued' | 'preparing' | 'sending' | 'processing' | 'done' | 'failed' | 'cancelled'

/** One file on its way, as a snapshot that never changes; a new state is a new object. */
export interface UploadState {
  /** Of this queue's making, stable across retries. */
  readonly key: string
  readonly file: File
  readonly phase: UploadPhase
  /** Bytes the bucket has taken; all of them do not mean done. */
  readonly sentBytes: number
  readonly totalBytes: number
  /** Set in `done`, and only on the server's confirmed answer. */
  readonly result: CompletedUpload | null
  /** Set in `failed`. */
  readonly error: GalleristError | null
}

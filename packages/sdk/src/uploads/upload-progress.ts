import type { UploadPhase } from './upload-state.ts'

export interface UploadProgress {
  readonly phase: Extract<UploadPhase, 'preparing' | 'sending' | 'processing' | 'done'>
  readonly sentBytes: number
  readonly totalBytes: number
  /** Whole numbers; 100 only in `done`, on the server's answer. */
  readonly percent: number
}

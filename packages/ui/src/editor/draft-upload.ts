import type { CompletedUpload } from '@gallerist/sdk/contract'

/** `expired`: it was up, but its lease ran out before a save used it. `cancelled`: stopped because nothing needs it. */
export type DraftUploadPhase =
  | 'queued'
  | 'preparing'
  | 'sending'
  | 'processing'
  | 'done'
  | 'failed'
  | 'expired'
  | 'cancelled'

/** What the draft knows of one file on its way. The file itself stays outside: drafts are plain data. */
export interface DraftUpload {
  readonly key: string
  readonly fileName: string
  readonly phase: DraftUploadPhase
  readonly sentBytes: number
  readonly totalBytes: number
  /** Set in `done`, and in `expired` as what it was. */
  readonly result: CompletedUpload | null
  /** Why it failed, in words for people; set in `failed` only. */
  readonly message: string | null
}

export type DraftUploads = ReadonlyMap<string, DraftUpload>

export interface AddedUpload {
  readonly key: string
  readonly fileName: string
  readonly totalBytes: number
}

/** A file as it is before anything of it was sent. */
export function toQueuedUpload(added: AddedUpload): DraftUpload {
  return {
    key: added.key,
    fileName: added.fileName,
    totalBytes: added.totalBytes,
    phase: 'queued',
    sentBytes: 0,
    result: null,
    message: null,
  }
}

/** Says whether it will end by itself. */
export function isUploadPending(upload: DraftUpload): boolean {
  return ['queued', 'preparing', 'sending', 'processing', 'cancelled'].includes(upload.phase)
}

/** Says whether a person has to decide: send it again, or do without. */
export function isUploadStuck(upload: DraftUpload): boolean {
  return upload.phase === 'failed' || upload.phase === 'expired'
}

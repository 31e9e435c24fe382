import type { CompletedUpload, Gallery } from '@gallerist/sdk/contract'
import type { SaveAttempt, SaveFailure } from './draft.ts'
import type { AddedUpload, DraftUploadPhase } from './draft-upload.ts'

export interface AddedFile extends AddedUpload {
  /** The new tile's id, made by the caller: reducers know no randomness. */
  readonly id: string
}

/** A person changed something; each is a step of the history. */
export type EditEvent =
  | { readonly type: 'itemsRemoved'; readonly ids: readonly string[] }
  | { readonly type: 'itemsRestored'; readonly ids: readonly string[] }
  | { readonly type: 'itemsMoved'; readonly ids: readonly string[]; readonly toIndex: number }
  | { readonly type: 'filesAdded'; readonly files: readonly AddedFile[]; readonly atIndex?: number | undefined }
  | {
      readonly type: 'altEdited'
      readonly ids: readonly string[]
      readonly alt: string | undefined
      readonly session?: string | undefined
    }
  | {
      readonly type: 'captionEdited'
      readonly ids: readonly string[]
      readonly caption: string | null
      readonly session?: string | undefined
    }
  | { readonly type: 'coverSet'; readonly id: string }
  | { readonly type: 'itemReplaced'; readonly id: string; readonly upload: AddedUpload }
  | { readonly type: 'replacementDropped'; readonly id: string }

/** An upload got further; never a step of the history. */
export type UploadEvent =
  | {
      readonly type: 'uploadAdvanced'
      readonly key: string
      readonly phase: Exclude<DraftUploadPhase, 'done' | 'failed' | 'expired'>
      readonly sentBytes: number
    }
  | { readonly type: 'uploadCompleted'; readonly key: string; readonly result: CompletedUpload }
  | { readonly type: 'uploadFailed'; readonly key: string; readonly message: string }
  /** By the ids of uploads or of the media they became: a server names either. */
  | { readonly type: 'uploadsExpired'; readonly ids: readonly string[] }
  | { readonly type: 'leaseRenewed'; readonly uploadId: string; readonly leaseExpiresAt: string }

export type SaveEvent =
  | { readonly type: 'saveRequested' }
  | { readonly type: 'saveWithdrawn' }
  | { readonly type: 'saveStarted'; readonly attempt: SaveAttempt }
  | { readonly type: 'saveSucceeded'; readonly gallery: Gallery }
  | { readonly type: 'saveFailed'; readonly failure: SaveFailure }
  /** Refused, because somebody saved a newer version. */
  | { readonly type: 'saveConflicted'; readonly theirs: Gallery }

export type BaseEvent =
  | { readonly type: 'baseRefreshed'; readonly gallery: Gallery }
  | { readonly type: 'saveUndone'; readonly gallery: Gallery }
  | { readonly type: 'theirsLoaded' }
  | { readonly type: 'discarded' }

export type HistoryEvent = { readonly type: 'undone' } | { readonly type: 'redone' }

export type DraftEvent = EditEvent | UploadEvent | SaveEvent | BaseEvent | HistoryEvent

import type { Gallery, SaveGalleryBody } from '@gallerist/sdk/contract'
import { type DraftItem, type TileIds, toDraftItems } from './draft-item.ts'
import type { DraftUploads } from './draft-upload.ts'
import { emptyHistory, type History } from './history.ts'

/** The saved gallery that the draft changes. */
export interface DraftBase {
  readonly version: number
  readonly items: readonly DraftItem[]
}

/** One logical save: the same key and body on every retry. */
export interface SaveAttempt {
  readonly idempotencyKey: string
  readonly version: number
  readonly body: SaveGalleryBody
}

export interface SaveFailure {
  readonly code: string
  /** For people. */
  readonly message: string
  /** Media that a save named and that are gone from storage. */
  readonly goneMediaIds: readonly string[]
}

/** `waiting`: a save was asked for and starts when the uploads have ended. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'saving'
      readonly sentItems: readonly DraftItem[]
      readonly sentHistory: History
    }
  | { readonly kind: 'failed'; readonly failure: SaveFailure }

/** A saved gallery plus edits. Plain data; nothing of it is sent before a save. */
export interface Draft {
  readonly base: DraftBase
  readonly items: readonly DraftItem[]
  readonly history: History
  readonly uploads: DraftUploads
  readonly save: SaveState
  /** The save that was last begun and has not succeeded: its answer may have been lost on the way. */
  readonly attempt: SaveAttempt | null
  /** The saved gallery, where somebody saved a newer one than this draft was made on. */
  readonly theirs: Gallery | null
  readonly tileIds: TileIds
}

export const idleSave: SaveState = { kind: 'idle' }

/** What a draft without edits has of everything that edits and saves leave behind. */
export const withoutEdits = {
  history: emptyHistory,
  uploads: new Map(),
  save: idleSave,
  attempt: null,
  theirs: null,
} as const satisfies Partial<Draft>

/** A draft without edits. */
export function createDraft(gallery: Gallery): Draft {
  const items = toDraftItems(gallery)
  return { ...withoutEdits, base: { version: gallery.version, items }, items, tileIds: new Map() }
}

/** Gives edits up and takes a gallery as it is; ids of tiles stay. */
export function takeWholly(draft: Draft, gallery: Gallery): Draft {
  const items = toDraftItems(gallery, draft.tileIds)
  const base = { version: gallery.version, items }
  return { ...draft, ...withoutEdits, base, items }
}

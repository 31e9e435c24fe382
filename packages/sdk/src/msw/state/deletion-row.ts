import type { DeletionId, GalleryId, MediaId, Receipt, UserId } from '../../contract/index.ts'
import type { DocumentRow, GalleryRow, MediaRow } from './rows.ts'

/** A file that an act dropped from its place. */
export interface DroppedFile {
  readonly mediaId: MediaId
  readonly fileId: string
  readonly reason: 'removed' | 'replaced'
}

/** What an undo puts back, and what must still be so for it to be possible. */
export interface UndoRecord {
  readonly galleries: readonly { readonly before: GalleryRow; readonly afterVersion: number | null }[]
  readonly documents?: readonly { readonly before: DocumentRow; readonly afterVersion: number | null }[]
  readonly media: readonly { readonly before: MediaRow; readonly after: MediaRow }[]
}

/** What an act did; its receipt is read off it and off where its files stand now. */
export interface DeletionRow {
  readonly id: DeletionId
  readonly userId: UserId
  readonly action: Receipt['action']
  readonly galleryId: GalleryId | null
  readonly galleryVersion: number | null
  readonly document: Receipt['document']
  readonly createdAtMs: number
  readonly undoUntilMs: number | null
  readonly undoneAtMs: number | null
  /** `kept`: something else used the file when the act was done. */
  readonly files: readonly (DroppedFile & { readonly kept: boolean })[]
  readonly undo: UndoRecord
}

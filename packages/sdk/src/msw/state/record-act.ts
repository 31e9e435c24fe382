import { deletionIdSchema, type Receipt, type UserId } from '../../contract/index.ts'
import type { BackendState, Transaction } from './backend-state.ts'
import type { DocumentRow, GalleryRow } from './rows.ts'
import type { DeletionRow, DroppedFile, UndoRecord } from './deletion-row.ts'
import { usesOf } from './uses.ts'

export interface Act {
  readonly userId: UserId
  readonly action: Receipt['action']
  /** After the act; before it where it was deleted. */
  readonly gallery: GalleryRow | null
  readonly document?: DocumentRow | null
  readonly dropped: readonly DroppedFile[]
  /** Null: it cannot be taken back. */
  readonly undo: UndoRecord | null
}

/** Writes down what was just done, so that a receipt can follow it and an undo take it back. */
export function recordAct({ state, nowMs, settings }: Transaction, act: Act): DeletionRow {
  const row: DeletionRow = {
    id: deletionIdSchema.parse(crypto.randomUUID()),
    userId: act.userId,
    action: act.action,
    galleryId: act.gallery?.id ?? null,
    galleryVersion: act.gallery?.version ?? null,
    document: act.document ? toDocumentOf(act.document) : null,
    createdAtMs: nowMs,
    undoUntilMs: act.undo === null ? null : nowMs + settings.graceMs,
    undoneAtMs: null,
    files: act.dropped.map((file) => ({ ...file, kept: isStillUsed(state, file) })),
    undo: act.undo ?? { galleries: [], media: [] },
  }
  state.deletions.set(row.id, row)
  return row
}

function toDocumentOf({ contentType, id, version }: DocumentRow): Receipt['document'] {
  return { contentType, id, version }
}

function isStillUsed(state: BackendState, { mediaId, fileId }: DroppedFile): boolean {
  return state.media.get(mediaId)?.fileId === fileId && usesOf(state, mediaId).length > 0
}

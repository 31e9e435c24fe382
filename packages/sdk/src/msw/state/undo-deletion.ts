import type { MediaId } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { DocumentRow, GalleryRow, MediaRow } from './rows.ts'
import { condemnFile, setLease, settleMedia, spareFile } from './condemn.ts'
import type { DeletionRow, DroppedFile, UndoRecord } from './deletion-row.ts'
import { toNextVersion } from './next-version.ts'
import { recordAct } from './record-act.ts'
import { refuse } from './refusal.ts'
import { removedFiles } from './save-gallery.ts'
import { findUndoObstacle } from './undo-obstacle.ts'
import { mediaIdsOf } from './uses.ts'

export interface Undone {
  readonly deletion: DeletionRow
  readonly gallery: GalleryRow | null
  readonly document: DocumentRow | null
  readonly mediaIds: readonly MediaId[]
}

/** Takes an act back as a new save: everything it changed, or nothing. */
export function undoDeletion(tx: Transaction, row: DeletionRow): Undone {
  const obstacle = findUndoObstacle(tx, row)
  if (obstacle !== null)
    throw refuse('UNDO_IMPOSSIBLE', `The act ${row.id} cannot be taken back: ${obstacle.reason}.`, obstacle)
  tx.state.deletions.set(row.id, { ...row, undoneAtMs: tx.nowMs })
  const replaced = row.undo.media.flatMap((change) => restoreMedia(tx, change))
  const galleries = row.undo.galleries.map((change) => restoreGallery(tx, change))
  const documents = (row.undo.documents ?? []).map((change) => restoreDocument(tx, change))
  const dropped = [...[...galleries, ...documents].flatMap((holder) => holder.removed), ...replaced]
  settleMedia(tx, involvedMedia(tx, row.undo, dropped))
  const gallery = galleries.find(({ restored }) => restored.id === row.galleryId)?.restored ?? null
  const document = row.document ? (documents[0]?.restored ?? null) : null
  return {
    deletion: recordAct(tx, { userId: row.userId, action: 'undone', gallery, document, dropped, undo: null }),
    gallery,
    document,
    mediaIds: [...new Set(row.files.map(({ mediaId }) => mediaId))],
  }
}

function restoreMedia(tx: Transaction, { before }: { before: MediaRow }): DroppedFile[] {
  const now = expectRow(tx.state.media, before.id)
  const { attachment, inLibrary, everUsed, fileId } = before
  const isSameFile = now.fileId === fileId
  const bytes = isSameFile ? {} : { fileId, contentVersion: now.contentVersion + 1, updatedAtMs: tx.nowMs }
  tx.state.media.set(now.id, { ...now, attachment, inLibrary, everUsed, ...bytes })
  if (!everUsed) setLease(tx, fileId)
  if (isSameFile) return []
  if (everUsed) spareFile(tx, fileId)
  condemnFile(tx, now.fileId)
  return [{ mediaId: now.id, fileId: now.fileId, reason: 'replaced' }]
}

function restoreGallery(tx: Transaction, { before, afterVersion }: UndoRecord['galleries'][number]) {
  const now = tx.state.galleries.get(before.id)
  const restored = toNextVersion(tx, { ...before, version: afterVersion ?? before.version })
  tx.state.galleries.set(restored.id, restored)
  return { restored, removed: now === undefined ? [] : removedFiles(tx, now, restored) }
}

function restoreDocument(
  tx: Transaction,
  { before, afterVersion }: NonNullable<UndoRecord['documents']>[number],
): { restored: DocumentRow; removed: DroppedFile[] } {
  const now = tx.state.documents.get(before.id)
  const restored = { ...before, version: (afterVersion ?? before.version) + 1, updatedAtMs: tx.nowMs }
  tx.state.documents.set(restored.id, restored)
  return { restored, removed: now === undefined ? [] : removedFiles(tx, now, restored) }
}

function involvedMedia(
  tx: Transaction,
  { galleries, documents = [], media }: UndoRecord,
  dropped: readonly DroppedFile[],
): MediaId[] {
  const ids = [
    ...[...galleries, ...documents].flatMap(({ before }) => mediaIdsOf(before)),
    ...media.map(({ before }) => before.id),
    ...dropped.map(({ mediaId }) => mediaId),
  ]
  return ids.filter((id) => tx.state.media.has(id))
}

import type { FileOutcome, Receipt, ReceiptFile } from '../../contract/index.ts'
import { expectRow, type BackendState, type Transaction } from './backend-state.ts'
import type { FileRow } from './rows.ts'
import type { DeletionRow } from './deletion-row.ts'
import { toIsoTime, toIsoTimeOrNull } from './iso-time.ts'
import { findUndoObstacle } from './undo-obstacle.ts'
import { usesOf } from './uses.ts'

/** What an act did, as far as it is known now. */
export function toReceipt(tx: Transaction, row: DeletionRow): Receipt {
  return {
    id: row.id,
    action: row.action,
    galleryId: row.galleryId,
    galleryVersion: row.galleryVersion,
    document: row.document,
    createdAt: toIsoTime(row.createdAtMs),
    undoUntil: findUndoObstacle(tx, row) === null ? toIsoTimeOrNull(row.undoUntilMs) : null,
    undoneAt: toIsoTimeOrNull(row.undoneAtMs),
    files: row.files.map((file) => toReceiptFile(tx.state, file)),
  }
}

function toReceiptFile(state: BackendState, { fileId, mediaId, reason, kept }: DeletionRow['files'][number]) {
  const file = expectRow(state.files, fileId)
  const outcome = kept ? 'kept' : outcomeOf(state, file)
  const used = outcome === 'kept' || outcome === 'restored'
  return {
    mediaId,
    fileName: file.fileName,
    reason,
    outcome,
    storedBytes: file.storedBytes,
    objectCount: 1 + file.thumbnails.length,
    dueAt: used ? null : toIsoTimeOrNull(file.dueAtMs),
    deletedAt: toIsoTimeOrNull(file.deletedAtMs),
    usedBy: used && reason === 'removed' ? usesOf(state, mediaId) : [],
    failure: toFailure(file),
  } satisfies ReceiptFile
}

function outcomeOf(state: BackendState, file: FileRow): FileOutcome {
  if (file.deletedAtMs !== null) return 'deleted'
  if (file.judgedAtMs !== null) return file.failure === null ? 'scheduled' : 'failing'
  if (file.held) return 'held'
  if (file.dueAtMs === null) return 'restored'
  return state.storageOn ? 'scheduled' : 'held'
}

function toFailure({ failure }: FileRow): ReceiptFile['failure'] {
  if (failure === null) return null
  const { message, attempts, nextAttemptAtMs } = failure
  return { message, attempts, nextAttemptAt: toIsoTime(nextAttemptAtMs) }
}

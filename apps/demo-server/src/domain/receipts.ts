import type { DeletionId, FileOutcome, Receipt, ReceiptFile, Use, User } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { findDeletion, readTouchedFiles, type DeletionRow, type TouchedFileState } from '../db/deletions.ts'
import { readUses } from '../db/media-refs.ts'
import { canWrite } from './access.ts'
import { DomainError } from './domain-error.ts'

/** @throws DomainError DELETION_NOT_FOUND, also for somebody else's */
export async function readReceipt(sql: Sql, deletionId: DeletionId, user: User): Promise<Receipt> {
  const row = await findDeletion(sql, deletionId)
  if (row === null || !canWrite(user, row)) throw deletionNotFound(deletionId)
  return toReceipt(sql, row, user)
}

export async function readOwnReceipt(sql: Sql, deletionId: string, user: User): Promise<Receipt> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the id of a row that this transaction wrote
  const row = await findDeletion(sql, deletionId as DeletionId)
  if (row === null) throw new Error(`deletion ${deletionId} was not written`)
  return toReceipt(sql, row, user)
}

export function deletionNotFound(deletionId: string): DomainError {
  return new DomainError('DELETION_NOT_FOUND', `There is no deletion ${deletionId} that you may use.`)
}

/** Nothing of a receipt is stored twice: every outcome is read off where the bytes are now. */
async function toReceipt(sql: Sql, row: DeletionRow, viewer: User): Promise<Receipt> {
  const files = await readTouchedFiles(sql, row.id)
  const uses = await readUses(
    sql,
    files.map((file) => file.mediaId),
    viewer,
  )
  return {
    id: row.id,
    action: row.action,
    galleryId: row.galleryId,
    galleryVersion: row.galleryVersion,
    document: toDocumentOf(row),
    createdAt: row.createdAt.toISOString(),
    undoUntil: row.isUndoOpen ? toIso(row.undoUntil) : null,
    undoneAt: toIso(row.undoneAt),
    files: files.map((file) => toReceiptFile(file, uses.get(file.mediaId) ?? [])),
  }
}

function toDocumentOf({ contentType, documentId, documentVersion }: DeletionRow): Receipt['document'] {
  if (contentType === null || documentId === null || documentVersion === null) return null
  return { contentType, id: documentId, version: documentVersion }
}

function toReceiptFile(file: TouchedFileState, uses: readonly Use[]): ReceiptFile {
  const outcome = outcomeOf(file)
  return {
    mediaId: file.mediaId,
    fileName: file.fileName,
    reason: file.reason,
    outcome,
    storedBytes: file.storedBytes,
    objectCount: file.objectCount,
    dueAt: toIso(file.dueAt ?? file.purgeDueAt),
    deletedAt: outcome === 'deleted' ? toIso(file.doneAt) : null,
    usedBy: file.reason === 'removed' && (outcome === 'kept' || outcome === 'restored') ? [...uses] : [],
    failure: outcome === 'failing' ? failureOf(file) : null,
  }
}

function outcomeOf(file: TouchedFileState): FileOutcome {
  if (file.verdict === 'keep') return 'kept'
  if (file.fileExists) return outcomeOfExisting(file)
  if (file.openPurges > 0) return file.lastError === null ? 'scheduled' : 'failing'
  return file.hiddenPurges > 0 ? 'hidden' : 'deleted'
}

function outcomeOfExisting(file: TouchedFileState): FileOutcome {
  if (file.dueAt === null) return 'restored'
  return file.isHeld ? 'held' : 'scheduled'
}

function failureOf(file: TouchedFileState): ReceiptFile['failure'] {
  return { message: file.lastError ?? '', attempts: Math.max(1, file.attempts), nextAttemptAt: toIso(file.purgeDueAt) }
}

function toIso(date: Date | null): string | null {
  return date === null ? null : date.toISOString()
}

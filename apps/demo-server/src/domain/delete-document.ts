import { randomUUID } from 'node:crypto'
import type { DocumentPlan, Receipt, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { deleteDocumentRow, type DocumentRow } from '../db/documents.ts'
import { readDocumentItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { lockMedia, readMedia } from '../db/media.ts'
import { toDocumentPlan } from './plans.ts'
import { lockDocumentOf, refuseStaleDocument, type DocumentAddress } from './read-document.ts'
import { readOwnReceipt } from './receipts.ts'
import type { UrlRules } from './to-media.ts'
import { toUndoRecord } from './undo-record.ts'

export interface DeleteDocumentRequest extends DocumentAddress {
  readonly user: User
  /** Null: whatever its version. */
  readonly baseVersion: number | null
  readonly idempotencyKey: string | null
}

/**
 * Deletes a document, and the files that nothing else uses.
 *
 * @throws DomainError DOCUMENT_NOT_FOUND, DOCUMENT_CHANGED
 */
export function deleteDocument(database: Database, request: DeleteDocumentRequest, rules: UrlRules): Promise<Receipt> {
  const act = {
    userId: request.user.id,
    key: request.idempotencyKey,
    route: `DELETE ${request.contentType} ${request.documentId}`,
    bodyHash: String(request.baseVersion),
  }
  return database.transaction((tx) => runOnce(tx, act, async () => (await remove(tx, request, rules)).receipt))
}

/** What deleting it would delete and keep: the very deletion, rolled back. */
export function planDocumentDeletion(
  database: Database,
  request: DocumentAddress & { user: User },
  rules: UrlRules,
): Promise<DocumentPlan> {
  return database.transaction(
    async (tx) => {
      const { receipt, document } = await remove(tx, { ...request, baseVersion: null, idempotencyKey: null }, rules)
      return toDocumentPlan(receipt, document)
    },
    { dryRun: true },
  )
}

async function remove(
  tx: Sql,
  request: DeleteDocumentRequest,
  rules: UrlRules,
): Promise<{ receipt: Receipt; document: DocumentRow }> {
  const document = await lockDocumentOf(tx, request, request.user)
  if (request.baseVersion !== null) await refuseStaleDocument(tx, document, request.baseVersion, rules)
  const items = await readDocumentItems(tx, [document.id])
  const mediaIds = items.flatMap((item) => item.mediaId ?? [])
  await lockMedia(tx, mediaIds)
  const media = await readMedia(tx, mediaIds)
  await deleteDocumentRow(tx, document.id)
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: document.userId,
    action: 'document-deleted',
    contentType: document.contentType,
    documentId: document.id,
    documentVersion: document.version,
    undo: toUndoRecord({
      createDocuments: [{ ...document, createdAt: document.createdAt.toISOString() }],
      list: { insert: items, remove: [], update: [] },
    }),
  })
  await insertTouchedFiles(
    tx,
    id,
    media.map((row) => ({ mediaId: row.id, fileId: row.fileId, reason: 'removed' })),
  )
  return { receipt: await readOwnReceipt(tx, id, request.user), document }
}

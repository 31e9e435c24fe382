import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  contentTypeOf,
  type ContentTypeName,
  type DocumentId,
  type DocumentPlan,
  type SaveDocumentBody,
  type SavedDocument,
  type SplitChanges,
  type User,
} from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { bumpDocument, findDocument, insertDocument, type DocumentRow } from '../db/documents.ts'
import { readDocumentItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { changeLists, type AppliedChange } from './change-lists.ts'
import { hashOf } from './hash-of.ts'
import { refuseStalePlan, toDocumentPlan } from './plans.ts'
import { readChanges } from './read-changes.ts'
import { lockDocumentOf, refuseStaleDocument, toDocument, type DocumentAddress } from './read-document.ts'
import { readOwnReceipt } from './receipts.ts'
import type { SavedList } from './resolve-entries.ts'
import type { GalleryRules } from './save-gallery.ts'
import { invertSwaps, toUndoRecord, type UndoRecord } from './undo-record.ts'

interface DocumentRequest {
  readonly user: User
  readonly contentType: ContentTypeName
  readonly body: SaveDocumentBody
  readonly idempotencyKey: string | null
}

export interface SaveDocumentRequest extends DocumentRequest, DocumentAddress {
  /** The version that the save was made against. */
  readonly baseVersion: number
}

/** @throws DomainError VALIDATION_FAILED, and those of changeLists */
export function createDocument(
  database: Database,
  request: DocumentRequest,
  rules: GalleryRules,
): Promise<SavedDocument> {
  const { user, contentType, body, idempotencyKey } = request
  const act = { userId: user.id, key: idempotencyKey, route: `POST ${contentType}`, bodyHash: hashOf(body) }
  return database.transaction((tx) => runOnce(tx, act, () => create(tx, request, rules)))
}

/**
 * Commits the fields that the body names, pictures and data at once. What the save drops is condemned in the same
 * transaction; storage is not called here.
 *
 * @throws DomainError DOCUMENT_NOT_FOUND, DOCUMENT_CHANGED, PLAN_STALE, VALIDATION_FAILED, and those of changeLists
 */
export function saveDocument(
  database: Database,
  request: SaveDocumentRequest,
  rules: GalleryRules,
): Promise<SavedDocument> {
  const act = {
    userId: request.user.id,
    key: request.idempotencyKey,
    route: `PUT ${request.contentType} ${request.documentId}`,
    bodyHash: hashOf([request.baseVersion, request.body]),
  }
  return database.transaction((tx) =>
    runOnce(tx, act, async () => {
      const saved = await save(tx, request, rules)
      refuseStalePlan(request.body.ifPlan, toPlanOf(saved, request))
      return saved
    }),
  )
}

/** What a save would delete and keep: the very save, rolled back. */
export function planDocumentSave(
  database: Database,
  request: SaveDocumentRequest,
  rules: GalleryRules,
): Promise<DocumentPlan> {
  return database.transaction(async (tx) => toPlanOf(await save(tx, request, rules), request), { dryRun: true })
}

function toPlanOf({ document, receipt }: SavedDocument, { baseVersion }: SaveDocumentRequest): DocumentPlan {
  return toDocumentPlan(receipt, { ...document, version: baseVersion })
}

async function create(tx: Sql, request: DocumentRequest, rules: GalleryRules): Promise<SavedDocument> {
  const { user, contentType, body } = request
  const changes = readChanges(contentType, {}, body.fields)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a new id becomes one here
  const id = randomUUID() as string as DocumentId
  const document = await insertDocument(tx, { id, userId: user.id, contentType, data: changes.data })
  if (document === null) throw new Error(`document ${id} exists`)
  const change = await changeLists(tx, await toLists(tx, document, changes), { user, bases: rules.bases })
  return record(tx, { document, change, user, action: 'document-created', undo: null }, rules)
}

async function save(tx: Sql, request: SaveDocumentRequest, rules: GalleryRules): Promise<SavedDocument> {
  const { user } = request
  const document = await lockDocumentOf(tx, request, user)
  await refuseStaleDocument(tx, document, request.baseVersion, rules)
  const changes = readChanges(document.contentType, document.data, request.body.fields)
  const change = await changeLists(tx, await toLists(tx, document, changes), { user, bases: rules.bases })
  const changed = change.hasChanged || !isDeepStrictEqual(changes.data, document.data)
  if (changed) await bumpDocument(tx, document.id, changes.data)
  const undo = changed ? toUndo(document, change) : null
  return record(tx, { document, change, user, action: 'document-saved', undo }, rules)
}

/** One list per file field; a field that the save does not name stays. */
async function toLists(tx: Sql, document: DocumentRow, { entries }: SplitChanges): Promise<SavedList[]> {
  const items = await readDocumentItems(tx, [document.id])
  return contentTypeOf(document.contentType).files.map(({ path }) => ({
    holder: { galleryId: null, documentId: document.id, field: path },
    before: items.filter((item) => item.field === path),
    entries: entries.get(path),
  }))
}

function toUndo(document: DocumentRow, change: AppliedChange): UndoRecord {
  return toUndoRecord({
    restoreDocuments: [{ ...document, version: document.version + 1, createdAt: document.createdAt.toISOString() }],
    list: change.inverse,
    swaps: invertSwaps(change.swaps),
  })
}

interface DoneAct {
  readonly document: DocumentRow
  readonly change: AppliedChange
  readonly user: User
  readonly action: 'document-created' | 'document-saved'
  readonly undo: UndoRecord | null
}

async function record(tx: Sql, act: DoneAct, rules: GalleryRules): Promise<SavedDocument> {
  const document = (await findDocument(tx, act.document.id)) ?? act.document
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: document.userId,
    action: act.action,
    contentType: document.contentType,
    documentId: document.id,
    documentVersion: document.version,
    undo: act.undo,
  })
  await insertTouchedFiles(tx, id, act.change.touched)
  return { document: await toDocument(tx, document, rules), receipt: await readOwnReceipt(tx, id, act.user) }
}

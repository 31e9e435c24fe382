import { randomUUID } from 'node:crypto'
import type { DeletionId, MediaId, UndoneDeletion, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import {
  insertDeletion,
  insertTouchedFiles,
  lockDeletion,
  markUndone,
  type DeletionRow,
  type TouchedFile,
} from '../db/deletions.ts'
import { bumpDocument, findDocument, insertDocument, lockDocuments } from '../db/documents.ts'
import { lockFiles } from '../db/files.ts'
import { bumpGallery, findGallery, insertGallery, lockGalleries } from '../db/galleries.ts'
import { insertItems, removeItems, updateItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { lockMedia, readMedia, swapFiles } from '../db/media.ts'
import { insertDirectRefs } from '../db/media-refs.ts'
import { canWrite } from './access.ts'
import { refuse } from './domain-error.ts'
import { toDocument } from './read-document.ts'
import { toGallery } from './read-gallery.ts'
import { deletionNotFound, readOwnReceipt } from './receipts.ts'
import { toMedia, type UrlRules } from './to-media.ts'
import { toUndoRecord, type UndoRecord } from './undo-record.ts'

export interface UndoRequest {
  readonly user: User
  readonly deletionId: DeletionId
  readonly idempotencyKey: string | null
}

/**
 * Takes an act back by a new save made from its receipt, all or nothing: places, texts, cover and replaced bytes as
 * they were, version + 1; a deleted gallery comes back under its id, and so does a document.
 *
 * @throws DomainError DELETION_NOT_FOUND, UNDO_IMPOSSIBLE
 */
export function undoDeletion(database: Database, request: UndoRequest, rules: UrlRules): Promise<UndoneDeletion> {
  const act = {
    userId: request.user.id,
    key: request.idempotencyKey,
    route: `POST undo ${request.deletionId}`,
    bodyHash: '',
  }
  return database.transaction((tx) => runOnce(tx, act, () => undo(tx, request, rules)))
}

async function undo(tx: Sql, request: UndoRequest, rules: UrlRules): Promise<UndoneDeletion> {
  const deletion = await lockDeletion(tx, request.deletionId)
  if (deletion === null || !canWrite(request.user, deletion)) throw deletionNotFound(request.deletionId)
  const record = openRecord(deletion)
  const touched = await apply(tx, record)
  await markUndone(tx, deletion.id)
  const gallery = deletion.galleryId === null ? null : await findGallery(tx, deletion.galleryId)
  const document = deletion.documentId === null ? null : await findDocument(tx, deletion.documentId)
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: deletion.userId,
    action: 'undone',
    galleryId: deletion.galleryId,
    galleryVersion: gallery?.version ?? null,
    contentType: deletion.contentType,
    documentId: deletion.documentId,
    documentVersion: document?.version ?? null,
    undo: null,
  })
  await insertTouchedFiles(tx, id, touched)
  const media = await readMedia(tx, mediaOf(record))
  return {
    receipt: await readOwnReceipt(tx, id, request.user),
    gallery: gallery === null ? null : await toGallery(tx, gallery, rules),
    document: document === null ? null : await toDocument(tx, document, rules),
    media: media.map((row) => toMedia(row, rules)),
  }
}

function openRecord(deletion: DeletionRow): UndoRecord {
  if (deletion.undoneAt !== null) throw impossible('already-undone', 'It was taken back already.')
  if (deletion.undo === null || !deletion.isUndoOpen) throw impossible('too-late', 'The time to take it back is over.')
  return toUndoRecord(deletion.undo)
}

async function apply(tx: Sql, record: UndoRecord): Promise<TouchedFile[]> {
  await lockChanged(tx, record)
  const returning = new Set(record.list.insert.flatMap((item) => item.mediaId ?? []))
  const leaving = record.list.remove.flatMap((item) => item.mediaId ?? []).filter((id) => !returning.has(id))
  await lockFilesOf(tx, record, leaving)
  for (const gallery of record.createGalleries) {
    const row = await insertGallery(tx, { ...gallery, version: gallery.version + 1 })
    if (row === null) throw impossible('changed-since', 'A gallery with its id exists.')
  }
  for (const document of record.createDocuments) {
    const row = await insertDocument(tx, { ...document, version: document.version + 1 })
    if (row === null) throw impossible('changed-since', 'A document with its id exists.')
  }
  await removeItems(tx, record.list.remove)
  await insertItems(tx, record.list.insert)
  await updateItems(tx, record.list.update)
  await insertDirectRefs(tx, record.refs)
  await swapBack(tx, record)
  for (const gallery of record.restoreGalleries) await bumpGallery(tx, gallery.id, gallery)
  for (const document of record.restoreDocuments) await bumpDocument(tx, document.id, document.data)
  const leavingFiles = await readMedia(tx, leaving)
  return [
    ...leavingFiles.map((row) => ({ mediaId: row.id, fileId: row.fileId, reason: 'removed' as const })),
    ...record.swaps.map((swap) => ({ mediaId: swap.mediaId, fileId: swap.fromFileId, reason: 'replaced' as const })),
  ]
}

/** An undo is a save against the version that the act left behind. */
async function lockChanged(tx: Sql, record: UndoRecord): Promise<void> {
  const galleries = await lockGalleries(tx, idsOf(record.restoreGalleries))
  const documents = await lockDocuments(tx, idsOf(record.restoreDocuments))
  const versions = new Map<string, number>([...galleries, ...documents].map((row) => [row.id, row.version]))
  const changed = [...record.restoreGalleries, ...record.restoreDocuments].find(
    (holder) => versions.get(holder.id) !== holder.version,
  )
  if (changed !== undefined) throw impossible('changed-since', `${changed.id} was changed or deleted since.`)
}

function idsOf<Id>(holders: readonly { readonly id: Id }[]): Id[] {
  return holders.map((holder) => holder.id)
}

/** Locks all media that the undo touches, and the bytes that come back. */
async function lockFilesOf(tx: Sql, record: UndoRecord, leaving: readonly MediaId[]): Promise<void> {
  const media = await lockMedia(tx, [...mediaOf(record), ...leaving])
  const files = await lockFiles(
    tx,
    record.swaps.map((swap) => swap.toFileId),
  )
  const gone = new Set([
    ...mediaOf(record).filter((id) => !media.has(id)),
    ...record.swaps.filter((swap) => !files.has(swap.toFileId)).map((swap) => swap.mediaId),
  ])
  if (gone.size > 0) throw impossible('files-gone', `${gone.size} files are deleted for good.`, [...gone])
}

async function swapBack(tx: Sql, record: UndoRecord): Promise<void> {
  const swapped = await swapFiles(tx, record.swaps)
  const changed = record.swaps.filter((swap) => !swapped.has(swap.mediaId)).map((swap) => swap.mediaId)
  if (changed.length > 0)
    throw impossible('changed-since', `${changed.length} pictures were replaced again since.`, changed)
}

function mediaOf(record: UndoRecord): MediaId[] {
  return [
    ...record.list.insert.flatMap((item) => item.mediaId ?? []),
    ...record.swaps.map((swap) => swap.mediaId),
    ...record.refs.map((ref) => ref.mediaId),
  ]
}

function impossible(
  reason: 'too-late' | 'already-undone' | 'files-gone' | 'changed-since',
  message: string,
  mediaIds: string[] = [],
): Error {
  return refuse('UNDO_IMPOSSIBLE', message, { reason, mediaIds })
}

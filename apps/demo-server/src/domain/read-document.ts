import {
  joinFields,
  type AnyDocument,
  type ContentTypeName,
  type DocumentFile,
  type DocumentId,
  type Page,
  type User,
} from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { findDocument, listDocumentRows, lockDocuments, type DocumentRow } from '../db/documents.ts'
import { readDocumentItems } from '../db/gallery-items.ts'
import { readMedia } from '../db/media.ts'
import { canWrite, listScope } from './access.ts'
import { DomainError, refuse } from './domain-error.ts'
import type { StoredItem } from './gallery-item.ts'
import { readCursor, toPage, type PageRequest } from './paging.ts'
import { toMedia, type UrlRules } from './to-media.ts'

export interface DocumentAddress {
  readonly contentType: ContentTypeName
  readonly documentId: DocumentId
}

/** @throws DomainError DOCUMENT_NOT_FOUND, also for somebody else's and under another content type */
export async function readDocument(
  sql: Sql,
  { user, ...address }: DocumentAddress & { user: User },
  rules: UrlRules,
): Promise<AnyDocument> {
  return toDocument(sql, refuseForeign(await findDocument(sql, address.documentId), address, user), rules)
}

/** Locks a document for an act of this user. */
export async function lockDocumentOf(tx: Sql, address: DocumentAddress, user: User): Promise<DocumentRow> {
  const [row] = await lockDocuments(tx, [address.documentId])
  return refuseForeign(row ?? null, address, user)
}

export async function listDocuments(
  sql: Sql,
  request: { user: User; contentType: ContentTypeName; page: PageRequest },
  rules: UrlRules,
): Promise<Page<AnyDocument>> {
  const rows = await listDocumentRows(sql, {
    contentType: request.contentType,
    userId: listScope(request.user),
    after: readCursor(request.page.cursor),
    limit: request.page.limit + 1,
  })
  const page = toPage(rows, request.page.limit, (row) => row)
  return { ...page, items: await toDocuments(sql, page.items, rules) }
}

/** The whole document: data, and pictures where its declaration puts them. */
export async function toDocument(sql: Sql, row: DocumentRow, rules: UrlRules): Promise<AnyDocument> {
  const [document] = await toDocuments(sql, [row], rules)
  if (document === undefined) throw new Error(`document ${row.id} was not read`)
  return document
}

/** @throws DomainError DOCUMENT_CHANGED with the current document, where it was made against another version */
export async function refuseStaleDocument(
  tx: Sql,
  document: DocumentRow,
  baseVersion: number,
  rules: UrlRules,
): Promise<void> {
  if (document.version === baseVersion) return
  throw refuse(
    'DOCUMENT_CHANGED',
    `The document is at version ${document.version}, but you edited version ${baseVersion}. Load it and try again.`,
    { document: await toDocument(tx, document, rules) },
  )
}

async function toDocuments(sql: Sql, rows: readonly DocumentRow[], rules: UrlRules): Promise<AnyDocument[]> {
  const items = await readDocumentItems(
    sql,
    rows.map((row) => row.id),
  )
  const media = await readMedia(
    sql,
    items.flatMap((item) => item.mediaId ?? []),
  )
  const shown = new Map<string, DocumentFile>(
    media.map((one) => [one.id, { kind: 'media', media: toMedia(one, rules) } as const]),
  )
  return rows.map((row) => ({
    id: row.id,
    contentType: row.contentType,
    userId: row.userId,
    version: row.version,
    fields: joinFields(row.contentType, row.data, toFiles(row, items, shown)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }))
}

/** The pictures of one document, by field, in order. */
function toFiles(
  row: DocumentRow,
  items: readonly StoredItem[],
  shown: ReadonlyMap<string, DocumentFile>,
): Map<string, DocumentFile[]> {
  const files = new Map<string, DocumentFile[]>()
  for (const item of items) {
    if (item.documentId !== row.id) continue
    const file = item.mediaId === null ? toExternal(item) : shown.get(item.mediaId)
    if (file !== undefined) files.set(item.field, [...(files.get(item.field) ?? []), file])
  }
  return files
}

function toExternal({ externalUrl }: StoredItem): DocumentFile | undefined {
  return externalUrl === null ? undefined : { kind: 'external', url: externalUrl }
}

function refuseForeign(row: DocumentRow | null, address: DocumentAddress, user: User): DocumentRow {
  if (row !== null && row.contentType === address.contentType && canWrite(user, row)) return row
  throw new DomainError(
    'DOCUMENT_NOT_FOUND',
    `There is no document ${address.contentType}/${address.documentId} that you may use.`,
  )
}

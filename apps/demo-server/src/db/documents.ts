import type { ContentTypeName, DocumentId, UserId } from '@gallerist/sdk/contract'
import type { PagePosition } from '../domain/paging.ts'
import { fromMicros, toMicros } from './cursor-time.ts'
import type { Sql } from './database.ts'

export interface DocumentRow {
  readonly id: DocumentId
  readonly userId: UserId
  readonly contentType: ContentTypeName
  /** Every field that is no picture. */
  readonly data: Readonly<Record<string, unknown>>
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  /** `updatedAt` in microseconds since 1970, for cursors. */
  readonly cursorMicros: number
}

const columns = `d.id, d.user_id as "userId", d.content_type as "contentType", d.data, d.version,
  d.created_at as "createdAt", d.updated_at as "updatedAt", ${toMicros('d.updated_at')} as "cursorMicros"`

export async function findDocument(sql: Sql, id: DocumentId): Promise<DocumentRow | null> {
  const [row] = await sql.query<DocumentRow>(`select ${columns} from documents d where id = $1`, [id])
  return row ?? null
}

/** Reads and locks documents in the order of their ids; an act on galleries, too, locks those before. */
export function lockDocuments(tx: Sql, ids: readonly DocumentId[]): Promise<DocumentRow[]> {
  return tx.query(`select ${columns} from documents d where id = any($1::uuid[]) order by id for update`, [ids])
}

export async function insertDocument(
  tx: Sql,
  row: Pick<DocumentRow, 'id' | 'userId' | 'contentType' | 'data'> & { version?: number; createdAt?: string },
): Promise<DocumentRow | null> {
  const [inserted] = await tx.query<DocumentRow>(
    `insert into documents as d (id, user_id, content_type, data, version, created_at)
       values ($1, $2, $3, $4, coalesce($5, 1), coalesce($6, now())) on conflict (id) do nothing returning ${columns}`,
    [row.id, row.userId, row.contentType, JSON.stringify(row.data), row.version ?? null, row.createdAt ?? null],
  )
  return inserted ?? null
}

/** Commits a change of a document: its version grows by one. */
export async function bumpDocument(tx: Sql, id: DocumentId, data?: DocumentRow['data']): Promise<void> {
  await tx.query(
    `update documents set version = version + 1, updated_at = now(), data = coalesce($2::jsonb, data) where id = $1`,
    [id, data === undefined ? null : JSON.stringify(data)],
  )
}

export async function deleteDocumentRow(tx: Sql, id: DocumentId): Promise<void> {
  await tx.query('delete from documents where id = $1', [id])
}

export interface DocumentListQuery {
  readonly contentType: ContentTypeName
  /** Only this user's; null: everybody's. */
  readonly userId: UserId | null
  readonly after: PagePosition | null
  readonly limit: number
}

/** Last changed first. */
export function listDocumentRows(sql: Sql, query: DocumentListQuery): Promise<DocumentRow[]> {
  return sql.query(
    `select ${columns} from documents d where content_type = $1 and ($2::text is null or user_id = $2)
       and ($3::bigint is null or (updated_at, id) < (${fromMicros('$3')}, $4::uuid))
     order by updated_at desc, id desc limit $5`,
    [query.contentType, query.userId, query.after?.micros ?? null, query.after?.id ?? null, query.limit],
  )
}

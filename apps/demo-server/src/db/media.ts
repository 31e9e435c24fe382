import type { MediaId, UserId } from '@gallerist/sdk/contract'
import type { FileSwap } from '../domain/gallery-change.ts'
import type { PagePosition } from '../domain/paging.ts'
import { fromMicros, toMicros } from './cursor-time.ts'
import type { Sql } from './database.ts'
import { fileOfKey } from './file-of-key.ts'
import { searchableKeys } from './searchable-keys.ts'

export interface StoredVariant {
  readonly key: string
  readonly widthPx: number
  readonly heightPx: number
  readonly sizeBytes: number
}

/** A media with its current file and its attachment. */
export interface MediaRow {
  readonly id: MediaId
  readonly userId: UserId
  readonly fileId: string
  readonly title: string | null
  readonly altText: string | null
  readonly fileName: string
  readonly contentVersion: number
  readonly firstAttachedAt: Date | null
  /** Null while something references it. */
  readonly dueAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly mime: string
  readonly sizeBytes: number
  readonly storedBytes: number
  readonly widthPx: number
  readonly heightPx: number
  readonly originalKey: string
  readonly variants: readonly StoredVariant[]
  readonly contentType: string | null
  readonly objectId: string | null
  /** `createdAt` in microseconds since 1970, for cursors. */
  readonly cursorMicros: number
}

const select = `select m.id, m.user_id as "userId", m.file_id as "fileId", m.title, m.alt_text as "altText",
  m.file_name as "fileName", m.content_version as "contentVersion", m.first_attached_at as "firstAttachedAt",
  m.due_at as "dueAt", m.created_at as "createdAt", m.updated_at as "updatedAt", ${toMicros('m.created_at')} as "cursorMicros",
  f.mime, f.size_bytes as "sizeBytes", f.stored_bytes as "storedBytes", f.width_px as "widthPx",
  f.height_px as "heightPx", f.original_key as "originalKey", f.variants,
  a.content_type as "contentType", a.object_id as "objectId"
  from media m join files f on f.id = m.file_id
  left join lateral (select content_type, object_id from media_refs r
    where r.media_id = m.id and r.slot = 'object' order by r.id limit 1) a on true`

export function readMedia(sql: Sql, ids: readonly string[]): Promise<MediaRow[]> {
  return sql.query(`${select} where m.id = any($1::uuid[])`, [ids])
}

/** Locks media in the order of their ids, before anything counts what references them; answers with those that exist. */
export async function lockMedia(tx: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select id from media where id = any($1::uuid[]) order by id for update',
    [[...new Set(ids)]],
  )
  return new Set(rows.map((row) => row.id))
}

/** The media whose original or thumbnail has one of these keys, by key. */
export async function findMediaByKeys(sql: Sql, keys: readonly string[]): Promise<Map<string, MediaId>> {
  const rows = await sql.query<{ key: string; id: MediaId }>(
    `select k.key, m.id from unnest($1::text[]) as k(key)
       cross join lateral ${fileOfKey('k.key')} f cross join lateral (select id from media where file_id = f.id limit 1) m`,
    [searchableKeys(keys)],
  )
  return new Map(rows.map((row) => [row.key, row.id]))
}

export interface NewMedia {
  readonly id: string
  readonly userId: UserId
  readonly fileId: string
  readonly fileName: string
  readonly title: string | null
  readonly altText: string | null
}

/** A media that nothing uses yet: staged, with the lease of the settings. */
export async function insertMedia(tx: Sql, media: NewMedia): Promise<void> {
  await tx.query(
    `insert into media (id, user_id, file_id, file_name, title, alt_text, due_at)
       select $1, $2, $3, $4, $5, $6, clock_timestamp() + staged_lease from lifecycle_settings`,
    [media.id, media.userId, media.fileId, media.fileName, media.title, media.altText],
  )
}

export async function updateMediaTexts(
  tx: Sql,
  id: MediaId,
  texts: { title?: string | null | undefined; altText?: string | null | undefined },
): Promise<void> {
  await tx.query(
    `update media set updated_at = now(), title = case when $2 then $3 else title end,
       alt_text = case when $4 then $5 else alt_text end where id = $1`,
    [id, texts.title !== undefined, texts.title ?? null, texts.altText !== undefined, texts.altText ?? null],
  )
}

/** Gives media other bytes where they still have the ones named; answers with the ids that had. */
export async function swapFiles(tx: Sql, swaps: readonly FileSwap[]): Promise<Set<string>> {
  if (swaps.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>(
    `update media m set file_id = t.to_id from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t(id, from_id, to_id)
       where m.id = t.id and m.file_id = t.from_id returning m.id`,
    [swaps.map((swap) => swap.mediaId), swaps.map((swap) => swap.fromFileId), swaps.map((swap) => swap.toFileId)],
  )
  return new Set(rows.map((row) => row.id))
}

/** Removes staged media whose files other media take in this transaction. */
export async function deleteMediaRows(tx: Sql, ids: readonly string[]): Promise<void> {
  await tx.query('delete from media where id = any($1::uuid[])', [ids])
}

/** Condemns a media that nothing ever used, as the removal of a last reference would. */
export async function condemnStaged(tx: Sql, id: MediaId): Promise<void> {
  await tx.query(
    `with condemned as (
       update media set due_at = least(due_at, grace_over()), first_attached_at = coalesce(first_attached_at, now())
         where id = $1 and due_at is not null returning file_id)
     update files set held_reason = hold_if_storage_is_off(held_reason) where id in (select file_id from condemned)`,
    [id],
  )
}

export interface MediaListQuery {
  readonly userId: UserId | null
  readonly after: PagePosition | null
  readonly limit: number
}

/** Media in use, newest first. */
export function listMediaRows(sql: Sql, query: MediaListQuery): Promise<MediaRow[]> {
  return sql.query(
    `${select} where m.due_at is null and ($1::text is null or m.user_id = $1)
       and ($2::bigint is null or (m.created_at, m.id) < (${fromMicros('$2')}, $3::uuid))
     order by m.created_at desc, m.id desc limit $4`,
    [query.userId, query.after?.micros ?? null, query.after?.id ?? null, query.limit],
  )
}

export interface ObjectMediaRow extends MediaRow {
  readonly refId: number
}

/** The media attached to an object, in the order of their attachment. */
export function listObjectMediaRows(
  sql: Sql,
  object: { contentType: string; objectId: string; userId: UserId | null; afterRef: number; limit: number },
): Promise<ObjectMediaRow[]> {
  return sql.query(
    `select t.*, o.id as "refId" from media_refs o join lateral (${select} where m.id = o.media_id) t on true
       where o.slot = 'object' and o.content_type = $1 and o.object_id = $2 and o.id > $3
         and ($5::text is null or t."userId" = $5) order by o.id limit $4`,
    [object.contentType, object.objectId, object.afterRef, object.limit, object.userId],
  )
}

import type { DeletionId, GalleryId, MediaId, UserId } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'

/** What an act did to a file of the media. */
export interface RemovalRow {
  readonly fileId: string
  readonly fileName: string
  readonly userId: UserId
  readonly deletionId: DeletionId
  readonly action: string
  readonly reason: 'removed' | 'replaced'
  readonly galleryId: GalleryId | null
  readonly galleryVersion: number | null
  readonly at: Date
  readonly undoneAt: Date | null
}

/** All acts that touched files of a media, newest first. */
export function readRemovals(sql: Sql, mediaId: MediaId): Promise<RemovalRow[]> {
  return sql.query(
    `select t.file_id as "fileId", t.file_name as "fileName", d.user_id as "userId", d.id as "deletionId", d.action,
       t.reason, d.gallery_id as "galleryId", d.gallery_version as "galleryVersion", d.created_at as at,
       d.undone_at as "undoneAt"
     from deletion_files t join deletions d on d.id = t.deletion_id where t.media_id = $1 order by d.created_at desc, d.id`,
    [mediaId],
  )
}

/** A file that still has its row. */
export interface LivingFileRow {
  readonly fileId: string
  readonly fileName: string | null
  readonly isCurrent: boolean
  readonly isHeld: boolean
  readonly isStaged: boolean
  /** Null while something uses it. */
  readonly dueAt: Date | null
}

export function readLivingFiles(sql: Sql, mediaId: MediaId, fileIds: readonly string[]): Promise<LivingFileRow[]> {
  return sql.query(
    `select f.id as "fileId", m.file_name as "fileName", coalesce(m.id = $1, false) as "isCurrent",
       f.held_reason is not null as "isHeld", coalesce(m.id = $1 and m.first_attached_at is null, false) as "isStaged",
       coalesce(f.due_at, m.due_at) as "dueAt"
     from files f left join media m on m.file_id = f.id
     where f.id = any($2::uuid[]) or f.id = (select file_id from media where id = $1)`,
    [mediaId, fileIds],
  )
}

export interface PurgeRow {
  readonly fileId: string
  readonly key: string
  readonly dueAt: Date
  readonly doneAt: Date | null
  readonly outcome: 'gone' | 'hidden' | null
  readonly attempts: number
  readonly lastError: string | null
}

export function readPurges(sql: Sql, fileIds: readonly string[]): Promise<PurgeRow[]> {
  return sql.query(
    `select file_id as "fileId", object_key as key, due_at as "dueAt", done_at as "doneAt", outcome, attempts,
       last_error as "lastError" from purges where file_id = any($1::uuid[]) order by object_key`,
    [fileIds],
  )
}

/** Whose the media is or was, and the name of what was uploaded; null where nobody remembers it. */
export async function readFormerOwner(
  sql: Sql,
  mediaId: MediaId,
): Promise<{ userId: UserId; fileName: string } | null> {
  const [row] = await sql.query<{ userId: UserId; fileName: string }>(
    `select user_id as "userId", file_name as "fileName" from media where id = $1 union all
     select user_id, file_name from uploads where media_id = $1 limit 1`,
    [mediaId],
  )
  return row ?? null
}

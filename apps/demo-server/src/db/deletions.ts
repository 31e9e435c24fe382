import type { ContentTypeName, DeletionId, DocumentId, GalleryId, MediaId, UserId } from '@gallerist/sdk/contract'
import type { UndoRecord } from '../domain/undo-record.ts'
import type { Sql } from './database.ts'

/** The holder that an act changed, with its version afterwards. */
export interface ActHolder {
  readonly galleryId: GalleryId | null
  readonly galleryVersion: number | null
  readonly contentType: ContentTypeName | null
  readonly documentId: DocumentId | null
  readonly documentVersion: number | null
}

export interface DeletionRow extends ActHolder {
  readonly id: DeletionId
  readonly userId: UserId
  readonly action: string
  readonly undo: UndoRecord | null
  readonly undoUntil: Date | null
  readonly isUndoOpen: boolean
  readonly undoneAt: Date | null
  readonly createdAt: Date
}

/** A file that an act took from its media, or a media from its last place. */
export interface TouchedFile {
  readonly mediaId: MediaId
  readonly fileId: string
  readonly reason: 'removed' | 'replaced'
}

export interface NewDeletion extends Partial<ActHolder> {
  readonly id: string
  readonly userId: UserId
  readonly action: string
  /** Null: cannot be taken back. */
  readonly undo: UndoRecord | null
}

export async function insertDeletion(tx: Sql, deletion: NewDeletion): Promise<void> {
  await tx.query(
    `insert into deletions (id, user_id, action, gallery_id, gallery_version, content_type, document_id, document_version, undo, undo_until)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb,
         case when $9::jsonb is not null and grace > interval '0' then clock_timestamp() + grace end
       from lifecycle_settings`,
    [
      deletion.id,
      deletion.userId,
      deletion.action,
      deletion.galleryId ?? null,
      deletion.galleryVersion ?? null,
      deletion.contentType ?? null,
      deletion.documentId ?? null,
      deletion.documentVersion ?? null,
      deletion.undo && JSON.stringify(deletion.undo),
    ],
  )
}

/** Notes each file with the verdict that the triggers have just given it in this transaction. */
export async function insertTouchedFiles(tx: Sql, deletionId: string, files: readonly TouchedFile[]): Promise<void> {
  if (files.length === 0) return
  await tx.query(
    `insert into deletion_files (deletion_id, file_id, media_id, file_name, reason, verdict, stored_bytes, object_count)
       select $1, f.id, m.id, m.file_name, t.reason,
         case when t.reason = 'replaced' or m.due_at is not null then 'delete' else 'keep' end,
         f.stored_bytes, 1 + jsonb_array_length(f.variants)
       from unnest($2::uuid[], $3::uuid[], $4::text[]) as t(media_id, file_id, reason)
       join media m on m.id = t.media_id join files f on f.id = t.file_id
       on conflict do nothing`,
    [deletionId, files.map((file) => file.mediaId), files.map((file) => file.fileId), files.map((file) => file.reason)],
  )
}

const select = `select id, user_id as "userId", action, gallery_id as "galleryId", gallery_version as "galleryVersion",
  content_type as "contentType", document_id as "documentId", document_version as "documentVersion", undo, undo_until as "undoUntil", coalesce(undo_until > clock_timestamp(), false) and undone_at is null as "isUndoOpen",
  undone_at as "undoneAt", created_at as "createdAt" from deletions where id = $1`

export async function findDeletion(sql: Sql, id: DeletionId): Promise<DeletionRow | null> {
  const [row] = await sql.query<DeletionRow>(select, [id])
  return row ?? null
}

export async function lockDeletion(tx: Sql, id: DeletionId): Promise<DeletionRow | null> {
  const [row] = await tx.query<DeletionRow>(`${select} for update`, [id])
  return row ?? null
}

export async function markUndone(tx: Sql, id: DeletionId): Promise<void> {
  await tx.query('update deletions set undone_at = clock_timestamp() where id = $1', [id])
}

/** Where a touched file stands now, read off files, media and purges. */
export interface TouchedFileState extends TouchedFile {
  readonly fileName: string
  readonly verdict: 'delete' | 'keep'
  readonly storedBytes: number
  readonly objectCount: number
  readonly fileExists: boolean
  readonly isHeld: boolean
  /** Due time while the file exists and nothing uses it. */
  readonly dueAt: Date | null
  readonly purgeDueAt: Date | null
  readonly openPurges: number
  readonly hiddenPurges: number
  readonly doneAt: Date | null
  readonly attempts: number
  readonly lastError: string | null
}

export function readTouchedFiles(sql: Sql, deletionId: DeletionId): Promise<TouchedFileState[]> {
  return sql.query(
    `select t.media_id as "mediaId", t.file_id as "fileId", t.file_name as "fileName", t.reason, t.verdict,
       t.stored_bytes as "storedBytes", t.object_count as "objectCount", f.id is not null as "fileExists",
       f.held_reason is not null as "isHeld", coalesce(f.due_at, m.due_at) as "dueAt",
       p.due_at as "purgeDueAt", coalesce(p.open, 0) as "openPurges", coalesce(p.hidden, 0) as "hiddenPurges",
       p.done_at as "doneAt", coalesce(p.attempts, 0) as attempts, p.last_error as "lastError"
     from deletion_files t
     left join files f on f.id = t.file_id left join media m on m.file_id = f.id
     left join lateral (
       select count(*) filter (where done_at is null) as open, count(*) filter (where outcome = 'hidden') as hidden,
         max(done_at) as done_at, coalesce(min(due_at) filter (where done_at is null), max(due_at)) as due_at,
         max(attempts) filter (where done_at is null) as attempts,
         max(last_error) filter (where done_at is null) as last_error
       from purges where file_id = t.file_id) p on true
     where t.deletion_id = $1 order by t.reason, t.file_name, t.file_id`,
    [deletionId],
  )
}

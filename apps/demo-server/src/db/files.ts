import type { MediaId, UserId } from '@gallerist/sdk/contract'
import type { Sql } from './database.ts'
import type { StoredVariant } from './media.ts'

export interface NewFile {
  readonly id: string
  readonly userId: UserId
  readonly originalKey: string
  readonly variants: readonly StoredVariant[]
  readonly mime: string
  readonly sizeBytes: number
  readonly widthPx: number
  readonly heightPx: number
  readonly checksumSha256: string
}

/** Row before bytes: all keys are committed, with the deadline after which nobody writes them. */
export async function insertFile(tx: Sql, file: NewFile, writeMs: number): Promise<void> {
  const storedBytes = file.sizeBytes + file.variants.reduce((sum, variant) => sum + variant.sizeBytes, 0)
  await tx.query(
    `insert into files (id, user_id, original_key, variants, mime, size_bytes, stored_bytes, width_px, height_px,
         checksum_sha256, write_deadline, due_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, deadline, deadline
       from (select clock_timestamp() + $11 * interval '1 ms' as deadline) t`,
    [
      file.id,
      file.userId,
      file.originalKey,
      JSON.stringify(file.variants),
      file.mime,
      file.sizeBytes,
      storedBytes,
      file.widthPx,
      file.heightPx,
      file.checksumSha256,
      writeMs,
    ],
  )
}

/**
 * All objects of the file were written in time; false where the deadline has passed and it may be gone. Each write was
 * sent once and answered, so none is under way any more and the deadline ends now.
 */
export async function verifyFile(tx: Sql, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update files set verified_at = clock_timestamp(), write_deadline = clock_timestamp()
       where id = $1 and write_deadline > clock_timestamp() returning id`,
    [id],
  )
  return rows.length > 0
}

/** Locks files, so that no judge takes them before this transaction ends; answers with those that exist. */
export async function lockFiles(tx: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select id from files where id = any($1::uuid[]) order by id for update',
    [ids],
  )
  return new Set(rows.map((row) => row.id))
}

/** The files of media, by media id. */
export async function readFileIds(sql: Sql, mediaIds: readonly string[]): Promise<Map<MediaId, string>> {
  const rows = await sql.query<{ id: MediaId; fileId: string }>(
    'select id, file_id as "fileId" from media where id = any($1::uuid[])',
    [mediaIds],
  )
  return new Map(rows.map((row) => [row.id, row.fileId]))
}

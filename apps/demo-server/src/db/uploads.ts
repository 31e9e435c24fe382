import type { ErrorCode, MediaId, UploadId, User, UserId } from '@gallerist/sdk/contract'
import type { Sql } from './database.ts'

export interface UploadRefusal {
  readonly code: ErrorCode
  readonly message: string
  readonly details: Record<string, unknown> | null
}

export interface UploadRow {
  readonly id: UploadId
  readonly userId: UserId
  readonly incomingKey: string | null
  readonly fileName: string
  /** The ticket and the longest transfer are over. */
  readonly isOver: boolean
  readonly isProcessing: boolean
  readonly mediaId: MediaId | null
  readonly usedAt: Date | null
  readonly refusal: UploadRefusal | null
}

const select = `select id, user_id as "userId", incoming_key as "incomingKey", file_name as "fileName",
  expires_at + $2 * interval '1 ms' < clock_timestamp() as "isOver",
  coalesce(processing_until > clock_timestamp(), false) as "isProcessing",
  media_id as "mediaId", used_at as "usedAt", refusal from uploads`

/** Longest transfer of an upload that began while its ticket was valid, in milliseconds. */
export const longestTransferMs = 3_600_000

export interface NewUpload {
  readonly id: string
  readonly userId: UserId
  readonly incomingKey: string | null
  readonly fileName: string
  readonly ticketMs: number
  readonly idempotencyKey: string | null
  /** Of the request that the key stands for. */
  readonly requestHash: string | null
}

/** False where the user has sent this idempotency key before. */
export async function insertUpload(tx: Sql, upload: NewUpload): Promise<boolean> {
  const rows = await tx.query(
    `insert into uploads (id, user_id, incoming_key, file_name, expires_at, idempotency_key, request_hash)
       values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 ms', $6, $7)
       on conflict (user_id, idempotency_key) do nothing returning id`,
    [
      upload.id,
      upload.userId,
      upload.incomingKey,
      upload.fileName,
      upload.ticketMs,
      upload.idempotencyKey,
      upload.requestHash,
    ],
  )
  return rows.length > 0
}

export async function lockUpload(tx: Sql, id: UploadId): Promise<UploadRow | null> {
  const [row] = await tx.query<UploadRow>(`${select} where id = $1 for update`, [id, longestTransferMs])
  return row ?? null
}

export async function findUploadByKey(
  sql: Sql,
  userId: UserId,
  idempotencyKey: string,
): Promise<{ id: UploadId; requestHash: string | null } | null> {
  const [row] = await sql.query<{ id: UploadId; requestHash: string | null }>(
    'select id, request_hash as "requestHash" from uploads where user_id = $1 and idempotency_key = $2',
    [userId, idempotencyKey],
  )
  return row ?? null
}

/** Takes the upload for `processingMs`, after which a server that died no longer blocks it. */
export async function startProcessing(tx: Sql, id: UploadId, processingMs: number): Promise<void> {
  await tx.query(`update uploads set processing_until = clock_timestamp() + $2 * interval '1 ms' where id = $1`, [
    id,
    processingMs,
  ])
}

export async function stopProcessing(sql: Sql, id: UploadId, refusal: UploadRefusal | null): Promise<void> {
  await sql.query('update uploads set processing_until = null, refusal = $2 where id = $1', [
    id,
    refusal && JSON.stringify(refusal),
  ])
}

/** Notes the upload's media; false where another server has made one meanwhile. */
export async function finishUpload(tx: Sql, id: UploadId, mediaId: string): Promise<boolean> {
  const rows = await tx.query(
    'update uploads set processing_until = null, media_id = $2 where id = $1 and media_id is null returning id',
    [id, mediaId],
  )
  return rows.length > 0
}

/** Uploads by id, of one user. */
export async function lockUploadsOf(tx: Sql, userId: UserId, ids: readonly string[]): Promise<Map<string, UploadRow>> {
  const rows = await tx.query<UploadRow>(
    `${select} where id = any($1::uuid[]) and user_id = $3 order by id for update`,
    [ids, longestTransferMs, userId],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export async function markUploadsUsed(tx: Sql, ids: readonly string[]): Promise<void> {
  await tx.query('update uploads set used_at = clock_timestamp() where id = any($1::uuid[])', [ids])
}

/** Renews a staged media's lease; null where it is gone, or was ever attached. */
export async function renewLease(tx: Sql, mediaId: MediaId): Promise<Date | null> {
  const [row] = await tx.query<{ dueAt: Date }>(
    `update media set due_at = clock_timestamp() + staged_lease from lifecycle_settings
       where id = $1 and first_attached_at is null and due_at > clock_timestamp() returning due_at as "dueAt"`,
    [mediaId],
  )
  return row?.dueAt ?? null
}

/** Which of these ids named a media that this user may use once. */
export async function readFormerMedia(sql: Sql, user: User, mediaIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `select media_id as id from uploads where media_id = any($1::uuid[]) and (user_id = $2 or $3) union
     select f.media_id from deletion_files f join deletions d on d.id = f.deletion_id
       where f.media_id = any($1::uuid[]) and (d.user_id = $2 or $3)`,
    [mediaIds, user.id, user.role === 'admin'],
  )
  return new Set(rows.map((row) => row.id))
}

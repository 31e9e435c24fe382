import { sqlState, type Database, type Sql } from './database.ts'

/** A key that a worker may delete until its lease is over. */
export interface LeasedPurge {
  readonly id: number
  readonly key: string
  readonly fileId: string | null
  readonly attempts: number
}

export interface PurgeResult {
  readonly id: number
  /** `gone` and `hidden` end the purge; null tries again. */
  readonly outcome: 'gone' | 'hidden' | null
  readonly error: string | null
}

/** foreign_key_violation, and restrict_violation, which is what PostgreSQL 18 says for `on delete restrict`. */
const referencedStates = new Set(['23503', '23001'])

/** One instance that knows storage to be off stops the others, too. */
const storageIsOn = '(select storage_on from lifecycle_settings)'

/** Due rows, locked; `$2` narrows them to some ids. `now()`, for an index finds nothing by a clock that moves. */
const dueRows = {
  media: `select m.id from media m join files f on f.id = m.file_id
    where m.due_at <= now() and f.held_reason is null and ($2::uuid[] is null or m.id = any($2)) and ${storageIsOn}
    order by m.due_at limit $1 for update of m skip locked`,
  files: `select f.id from files f where f.due_at <= now() and f.held_reason is null
    and not exists (select 1 from media m where m.file_id = f.id) and ($2::uuid[] is null or f.id = any($2)) and ${storageIsOn}
    order by f.due_at limit $1 for update skip locked`,
}

export interface Judgement {
  judged: number
  /** Rows that were due and yet referenced: an alarm, for no write of ours leaves such rows. */
  refused: string[]
}

/**
 * Judges what is due: DELETE, which the foreign keys refuse while a reference exists, even an uncommitted one. The
 * triggers write the purges in the same transaction. A refused batch is judged row by row.
 */
export async function judgeDue(database: Database, limit: number): Promise<Judgement> {
  const media = await judge(database, 'media', limit)
  const files = await judge(database, 'files', limit)
  return { judged: media.judged + files.judged, refused: [...media.refused, ...files.refused] }
}

async function judge(database: Database, table: 'media' | 'files', limit: number): Promise<Judgement> {
  let due: string[] = []
  const deleteDue = (ids: readonly string[] | null) =>
    database.transaction(async (tx) => {
      due = (await tx.query<{ id: string }>(dueRows[table], [limit, ids])).map((row) => row.id)
      if (due.length > 0) await tx.query(`delete from ${table} where id = any($1::uuid[])`, [due])
      return due.length
    })
  const judgement: Judgement = { judged: 0, refused: [] }
  try {
    judgement.judged = await deleteDue(null)
  } catch (error) {
    if (!referencedStates.has(sqlState(error) ?? '')) throw error
    for (const id of due) await judgeOne(deleteDue, id, judgement)
  }
  return judgement
}

async function judgeOne(
  deleteDue: (ids: readonly string[]) => Promise<number>,
  id: string,
  judgement: Judgement,
): Promise<void> {
  try {
    judgement.judged += await deleteDue([id])
  } catch (error) {
    if (!referencedStates.has(sqlState(error) ?? '')) throw error
    judgement.refused.push(id)
  }
}

/** Leases due purges to one worker. The attempt is counted, and committed, before anything is sent. */
export function leaseDue(
  database: Database,
  options: { limit: number; leaseMs: number; token: string },
): Promise<LeasedPurge[]> {
  return database.query(
    `update purges set attempts = attempts + 1, lease_until = clock_timestamp() + $2 * interval '1 ms', lease_token = $3
       where id in (select id from purges where done_at is null and due_at <= now() and ${storageIsOn}
         and (lease_until is null or lease_until < now()) order by due_at limit $1 for update skip locked)
       returning id, object_key as key, file_id as "fileId", attempts`,
    [options.limit, options.leaseMs, options.token],
  )
}

/** Back-off in seconds before try n + 1: 1, 2, 4 … 300, and up to as much again by chance. */
const backOff = `least(300, power(2, least(attempts, 10) - 1)) * (1 + random()) * interval '1 s'`

/** Writes down what was observed, where the lease is still this worker's. */
export async function finishPurges(database: Database, token: string, results: readonly PurgeResult[]): Promise<void> {
  await database.query(
    `update purges p set lease_until = null, lease_token = null, last_error = t.error, outcome = t.outcome,
       done_at = case when t.outcome is null then null else clock_timestamp() end,
       due_at = case when t.outcome is null then clock_timestamp() + ${backOff} else p.due_at end,
       look_again_at = case when t.outcome is null then p.look_again_at
         else greatest(coalesce(p.look_again_at, clock_timestamp() + interval '24 h'), clock_timestamp()) end
     from unnest($1::bigint[], $2::text[], $3::text[]) as t(id, outcome, error)
     where p.id = t.id and p.lease_token = $4`,
    [
      results.map((result) => result.id),
      results.map((result) => result.outcome),
      results.map((result) => result.error),
      token,
    ],
  )
}

/** Tombstones whose second look is due. */
export function dueTombstones(database: Database, limit: number): Promise<{ id: number; key: string }[]> {
  return database.query(
    `select id, object_key as key from purges where done_at is not null and look_again_at <= now()
       order by look_again_at limit $1`,
    [limit],
  )
}

/**
 * Ends a tombstone's second look: absent for good, back into the queue, or to be looked at in an hour. Another instance
 * may have ended it meanwhile; then nothing changes.
 */
export async function settleTombstone(
  database: Database,
  id: number,
  seen: 'absent' | 'present' | 'unknown',
): Promise<void> {
  await database.query(
    `update purges set
       look_again_at = case $2 when 'unknown' then clock_timestamp() + interval '1 h' end,
       due_at = case $2 when 'present' then clock_timestamp() else due_at end,
       attempts = case $2 when 'present' then 0 else attempts end,
       outcome = case $2 when 'present' then null else outcome end,
       done_at = case $2 when 'present' then null else done_at end
     where id = $1 and done_at is not null and look_again_at <= now()`,
    [id, seen],
  )
}

/** When the next row comes due, in milliseconds from now (0: already); null where nothing is waiting. */
export async function readNextDueMs(sql: Sql): Promise<number | null> {
  const [row] = await sql.query<{ ms: number | null }>(
    `select greatest(0, extract(epoch from min(at) - clock_timestamp()) * 1000)::float8 as ms from (
       (select m.due_at as at from media m join files f on f.id = m.file_id
          where m.due_at is not null and f.held_reason is null order by m.due_at limit 1) union all
       (select min(due_at) from files f where f.held_reason is null and due_at is not null) union all
       (select min(greatest(due_at, coalesce(lease_until, due_at))) from purges where done_at is null) union all
       (select min(look_again_at) from purges where done_at is not null)) t`,
  )
  return row?.ms ?? null
}

/** Forgets what no longer matters: old tombstones (never of what is only hidden), answers of retries, late undo records. */
export async function tidyUp(database: Database): Promise<void> {
  await database.query(
    `delete from purges where outcome = 'gone' and done_at < now() - interval '30 days' and look_again_at is null`,
  )
  await database.query(`delete from idempotency_keys where created_at < now() - interval '24 h'`)
  await database.query(
    `update deletions set undo = null where undo is not null and undo_until < now() - interval '1 day'`,
  )
  await database.query(
    `delete from uploads u where expires_at < now() - interval '30 days' and not exists (select 1 from media m where m.id = u.media_id)`,
  )
}

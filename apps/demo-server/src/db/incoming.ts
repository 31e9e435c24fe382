import type { Sql } from './database.ts'

/**
 * Every incoming object has its purge from the moment its ticket exists: due when the ticket and the longest transfer
 * are over, whatever happens in between.
 */
export async function trackIncoming(tx: Sql, key: string, dueInMs: number): Promise<void> {
  await tx.query(`insert into purges (object_key, due_at) values ($1, clock_timestamp() + $2 * interval '1 ms')`, [
    key,
    dueInMs,
  ])
}

/** The incoming object is not needed any more: removed at once, and looked for again when it was due anyway. */
export async function dropIncoming(tx: Sql, key: string): Promise<void> {
  await tx.query(
    `update purges set look_again_at = coalesce(look_again_at, due_at), due_at = least(due_at, clock_timestamp())
       where object_key = $1 and done_at is null`,
    [key],
  )
}

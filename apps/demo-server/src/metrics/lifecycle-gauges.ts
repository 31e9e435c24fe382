import type { Sql } from '../db/database.ts'

/**
 * What should be deleted by now, and for how long the oldest of it has been due. A retry moves `due_at`; of a file's
 * purge its row's age tells.
 */
export async function readBacklog(sql: Sql): Promise<{ objectCount: number; oldestSeconds: number }> {
  const [row] = await sql.query<{ objectCount: number; oldestSeconds: number }>(
    `select count(*) as "objectCount",
       coalesce(greatest(0, extract(epoch from clock_timestamp() - min(due_since))), 0)::float8 as "oldestSeconds"
     from (select case when file_id is null then due_at else created_at end as due_since from purges
       where done_at is null and (file_id is not null or attempts > 0 or due_at <= now())) t`,
  )
  return row ?? { objectCount: 0, oldestSeconds: 0 }
}

export function readStoredBytes(sql: Sql): Promise<{ user: string; bytes: number }[]> {
  return sql.query(`select user_id as "user", sum(stored_bytes)::bigint as bytes from files group by user_id`)
}

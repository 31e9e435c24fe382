import type { Database } from '../../src/db/database.ts'

/** The time that users, storage and database share. */
export interface VirtualClock {
  nowMs(): number
  advance(ms: number): Promise<void>
}

/**
 * The server knows the database's clock alone, so time passes by shifting all stored times back. The columns are read
 * off the catalog: a new one is shifted, too.
 */
export async function createVirtualClock(database: Database): Promise<VirtualClock> {
  const columns = await database.query<{ table: string; columns: string[] }>(
    `select table_name as "table", array_agg(column_name::text) as columns from information_schema.columns
       where table_schema = 'public' and data_type = 'timestamp with time zone' and table_name not in ('migrations', 'media_refs')
       group by table_name`,
  )
  const shifts = columns.map(({ table, columns: names }) => {
    const changes = names.map((name) => `${name} = ${name} - interval 'SHIFT ms'`)
    return `update ${table} set ${changes.join(', ')}`
  })
  let offsetMs = 0
  return {
    nowMs: () => Date.now() + offsetMs,
    async advance(ms) {
      await database.query(shifts.join('; ').replaceAll('SHIFT', String(ms)))
      offsetMs += ms
    },
  }
}

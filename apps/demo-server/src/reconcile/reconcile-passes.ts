import { reconcileReportSchema, type ReconcileReport } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'

export interface Pass {
  readonly id: number
  readonly startedAt: Date
}

const keptPasses = 100

export async function startPass(sql: Sql): Promise<Pass> {
  const [pass] = await sql.query<Pass>(
    'insert into reconcile_passes default values returning id, started_at as "startedAt"',
  )
  if (pass === undefined) throw new Error('the pass was not written')
  return pass
}

/** The moment by the database's clock, which started the pass as well. */
export async function readNow(sql: Sql): Promise<Date> {
  const [row] = await sql.query<{ now: Date }>('select clock_timestamp() as now')
  return row?.now ?? new Date()
}

export async function endPass(sql: Sql, pass: Pass, report: ReconcileReport): Promise<void> {
  await sql.query('update reconcile_passes set report = $2 where id = $1', [pass.id, toStoredReport(report)])
  await sql.query(
    `delete from reconcile_passes where id < $1 and id is distinct from
       (select max(id) from reconcile_passes where report -> 'stopped' = 'null'::jsonb)`,
    [pass.id - keptPasses],
  )
}

/** The newest report that proves something; null where there is none. */
export async function readLastProof(sql: Sql): Promise<ReconcileReport | null> {
  const [row] = await sql.query<{ report: unknown }>(
    `select report from reconcile_passes where report -> 'stopped' = 'null'::jsonb order by id desc limit 1`,
  )
  return row ? reconcileReportSchema.parse(row.report) : null
}

/**
 * Notes what no row knew, forgets what is known or gone by now, and answers with the keys that a pass before this one had
 * noted already. Two passes at once do not confirm each other.
 */
export function noteUnknown(database: Database, pass: Pass, keys: readonly string[]): Promise<Set<string>> {
  return database.transaction(async (tx) => {
    const stored = [...new Set(keys.map(toStoredKey))]
    await tx.query('delete from stray_objects where object_key <> all($1::text[])', [stored])
    await tx.query(
      `insert into stray_objects (object_key) select unnest($1::text[])
         on conflict (object_key) do update set last_seen_at = clock_timestamp()`,
      [stored],
    )
    const rows = await tx.query<{ key: string }>(
      `select s.object_key as key from stray_objects s join reconcile_passes p on p.id = $1
         where s.first_seen_at < p.started_at`,
      [pass.id],
    )
    const confirmed = new Set(rows.map((row) => row.key))
    return new Set(keys.filter((key) => confirmed.has(toStoredKey(key))))
  })
}

function toStoredReport(report: ReconcileReport): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'string' ? toStoredKey(value) : value))
}

/** PostgreSQL keeps no NUL; an object's key may well contain one. */
function toStoredKey(key: string): string {
  return key.replaceAll('\0', '\u2400')
}

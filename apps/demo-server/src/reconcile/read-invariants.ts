import type { Invariant, Invariants, ReconcileReport } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { readLastProof, readNow } from './reconcile-passes.ts'

/** Invariants that the database alone can be asked about, with the rows that would break them. */
const asked = {
  I4: {
    statement: 'A media runs out exactly while nothing references it',
    rows: `select 1 from media m where (m.due_at is null) <>
      exists (select 1 from media_refs r where r.media_id = m.id)`,
  },
  I6: {
    statement: 'No file is used and being deleted at once',
    rows: 'select 1 from purges p join files f on f.id = p.file_id',
  },
  I9: {
    statement: 'Every due delete has ended, is being tried, or has raised its alarm',
    rows: `select 1 from purges where done_at is null and attempts = 0 and due_at < clock_timestamp() - interval '1 h'
      and (select storage_on from lifecycle_settings)`,
  },
  I10: {
    statement: 'Nothing is called deleted whose absence was not observed',
    rows: 'select 1 from purges where (done_at is null) <> (outcome is null)',
  },
} as const

/** What the last complete comparison with the bucket proved, and what the database proves now. */
export async function readInvariants(database: Database): Promise<Invariants> {
  const proof = await readLastProof(database)
  const ofBucket = fromProof(proof)
  const ofDatabase = await Promise.all(
    Object.entries(asked).map(([id, { statement, rows }]) => ask(database, { id, statement, rows })),
  )
  return {
    orphanCount: proof?.strays.count ?? null,
    danglingCount: proof?.dangling.count ?? null,
    objectCount: proof?.objectCount ?? null,
    provenAt: proof?.finishedAt ?? null,
    invariants: [...ofBucket, ...ofDatabase].toSorted(byNumber),
  }
}

function byNumber(one: Invariant, other: Invariant): number {
  return Number(one.id.slice(1)) - Number(other.id.slice(1))
}

async function ask(
  sql: Sql,
  { id, statement, rows }: { id: string; statement: string; rows: string },
): Promise<Invariant> {
  const [row] = await sql.query<{ count: number }>(`select count(*) as count from (${rows}) t`)
  const provenAt = (await readNow(sql)).toISOString()
  return { id, statement, violationCount: row?.count ?? 0, provenAt }
}

function fromProof(proof: ReconcileReport | null): Invariant[] {
  const count = (counts: (report: ReconcileReport) => readonly number[]): number | null =>
    proof && counts(proof).reduce((sum, each) => sum + each, 0)
  const of = (id: string, statement: string, violationCount: number | null): Invariant => ({
    id,
    statement,
    violationCount,
    provenAt: proof?.finishedAt ?? null,
  })
  return [
    of(
      'I1',
      'Every file has its objects, of the recorded sizes',
      count(({ dangling, wrongSize }) => [dangling.count, wrongSize.count]),
    ),
    of(
      'I3',
      'No object is left that nothing uses and nobody will delete',
      count(({ strays }) => [strays.count]),
    ),
    of(
      'I5',
      'Every object under our prefixes has a row',
      count(({ strays, suspects, nearMatches, youngCount }) => [
        strays.count,
        suspects.count,
        nearMatches.count,
        youngCount,
      ]),
    ),
  ]
}

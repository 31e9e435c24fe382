import pg from 'pg'

/** Runs statements; a transaction's own, or the pool's. */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export interface Database extends Sql {
  /**
   * Runs `work` in one READ COMMITTED transaction, and again from the start where PostgreSQL broke a deadlock.
   * No storage call belongs inside. `dryRun` rolls back and still answers with what `work` returned.
   */
  transaction<Result>(work: (tx: Sql) => Promise<Result>, options?: { dryRun?: boolean }): Promise<Result>
  close(): Promise<void>
}

const deadlockStates = new Set(['40P01', '40001'])
const mostTries = 5

export function createDatabase(url: string, options: { poolSize?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.poolSize ?? 10, types: { getTypeParser } })
  // An idle connection that the server closed is replaced; the next query reports what is really wrong.
  pool.on('error', () => undefined)
  return {
    query: (text, values) => run(pool, text, values),
    async transaction(work, { dryRun = false } = {}) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(pool, work, dryRun)
        } catch (error) {
          if (tries === mostTries || !deadlockStates.has(sqlState(error) ?? '')) throw error
        }
      }
    },
    close: () => pool.end(),
  }
}

/** The SQLSTATE of a PostgreSQL error; null for any other. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}

async function attempt<Result>(pool: pg.Pool, work: (tx: Sql) => Promise<Result>, dryRun: boolean): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that ends fails the query that runs, or the next one; unheard, its event would end the process.
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  try {
    await client.query('begin')
    const result = await work({ query: (text, values) => run(client, text, values) })
    await client.query(dryRun ? 'rollback' : 'commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

async function run<Row>(
  target: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller states the row its own SQL yields
  return (await target.query(text, [...values])).rows as Row[]
}

const int8 = 20

/** Counts, sizes and versions are int8; they stay far below 2⁵³. */
const getTypeParser: typeof pg.types.getTypeParser = (id, format) =>
  id.valueOf() === int8 ? Number : pg.types.getTypeParser(id, format)

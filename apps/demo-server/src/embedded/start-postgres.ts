import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort } from './free-port.ts'
import { readPersistedSecret } from './persisted-secret.ts'
import { openPostgresCluster, type PostgresCluster, superuser } from './postgres-cluster.ts'
import { findPidOwner, readPostmasterPid, removePostmasterPid } from './postmaster-pid.ts'

export interface EmbeddedPostgres {
  /** Of a database that is ours alone. */
  readonly url: string
  /** Ends every connection and the server; its files stay. */
  stop(): Promise<void>
}

/** The server keeps running when its app dies, so one process at a time holds this lock on it. */
const appLock = 4_718_263
const retryDelayMs = 500

/**
 * Starts the PostgreSQL of a data folder, making its files the first time. A server that outlived its app (`kill -9`) is
 * taken over.
 *
 * @throws Error where another running process holds the folder, naming it.
 */
export async function startPostgres({ dataDir }: { dataDir: string }): Promise<EmbeddedPostgres> {
  const password = await readPersistedSecret(join(dataDir, 'postgres-password'))
  const cluster = await openPostgresCluster(join(resolve(dataDir), 'postgres'))
  await cluster.initialise(password)
  const port = (await findRunning(cluster, password)) ?? (await startAnew(cluster))
  const keeper = await holdApp({ port, password, cluster })
  await createDatabase(keeper, 'gallerist')
  return {
    url: toUrl(port, password, 'gallerist'),
    stop: async () => {
      await keeper.end()
      await cluster.stop()
    },
  }
}

function toUrl(port: number, password: string, database: string): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The port of a server that runs on exactly this folder and knows our password. */
async function findRunning(cluster: PostgresCluster, password: string): Promise<number | null> {
  const found = await readPostmasterPid(cluster.folder)
  if (found === null) return null
  const client = new pg.Client({ connectionString: toUrl(found.port, password, 'postgres') })
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return rows[0]?.folder === cluster.folder ? found.port : null
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

async function startAnew(cluster: PostgresCluster): Promise<number> {
  const found = await readPostmasterPid(cluster.folder)
  if (found !== null) {
    const owner = await findPidOwner(cluster.folder, found)
    if (owner === 'foreign') await removePostmasterPid(cluster.folder)
    // It runs but does not answer: it may be starting or stopping.
    if (owner === 'ours') await cluster.stop()
  }
  return startOnFreePort(cluster, 3)
}

/** Again where a child of a killed server is not gone yet, or somebody else has taken the port. */
async function startOnFreePort(cluster: PostgresCluster, attempts: number): Promise<number> {
  const port = await findFreePort()
  try {
    await cluster.start(port)
    return port
  } catch (error) {
    if (attempts <= 1) throw error
    await setTimeout(retryDelayMs)
    return startOnFreePort(cluster, attempts - 1)
  }
}

/** A connection whose lock ends with this process, however that ends. */
async function holdApp(app: { port: number; password: string; cluster: PostgresCluster }): Promise<pg.Client> {
  const connectionString = toUrl(app.port, app.password, 'postgres')
  const keeper = new pg.Client({ connectionString, application_name: `gallerist-${process.pid}`, keepAlive: true })
  keeper.on('error', () => {})
  await keeper.connect()
  try {
    await keeper.query(`set lock_timeout = '3s'`)
    await keeper.query('select pg_advisory_lock($1)', [appLock])
    return keeper
  } catch (cause) {
    const { rows } = await keeper.query<{ name: string }>(
      `select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and granted`,
    )
    await keeper.end()
    const holder = rows.map((row) => row.name).join(', ')
    throw new Error(`${app.cluster.folder} is in use by ${holder}; stop it, or name another DATA_DIR.`, { cause })
  }
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
}

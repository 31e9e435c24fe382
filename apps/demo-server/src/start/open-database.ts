import { limits } from '@gallerist/sdk/contract'
import type { Config } from '../config/config.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { applySettings } from '../db/settings.ts'
import { saveUsers } from '../db/users.ts'
import { startPostgres } from '../embedded/start-postgres.ts'
import type { Closers } from './create-closers.ts'
import { demoUsers } from './demo-users.ts'

export interface OpenDatabase {
  readonly database: Database
  /** For connections of one's own. */
  readonly url: string
}

/** The database that the configuration names, embedded or foreign, with the newest schema and the settings in it. */
export async function openDatabase(config: Config, closers: Closers): Promise<OpenDatabase> {
  const url = config.databaseUrl ?? (await openPostgres(config, closers))
  const database = createDatabase(url)
  closers.add(() => database.close())
  await migrate(database)
  const storageOn = config.storage.kind !== 'none'
  await applySettings(database, { graceMs: config.graceMs, stagedLeaseMs: limits.stagedLeaseMs, storageOn })
  if (config.demo) await saveUsers(database, demoUsers)
  return { database, url }
}

async function openPostgres({ dataDir }: Config, closers: Closers): Promise<string> {
  const postgres = await startPostgres({ dataDir })
  closers.add(() => postgres.stop())
  return postgres.url
}

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createDatabase, type Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'

export interface SimulationDatabase {
  readonly database: Database
  drop(): Promise<void>
}

/** A migrated database of the simulation's own. A machine that loses power loses it: commits do not wait for the disk. */
export async function createSimulationDatabase(serverUrl: string, mutation = ''): Promise<SimulationDatabase> {
  const name = `simulation_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, [`create database ${name}`, `alter database ${name} set synchronous_commit = off`])
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = createDatabase(url.href, { poolSize: 4 })
  await migrate(database)
  if (mutation !== '') await database.query(mutation)
  return {
    database,
    async drop() {
      await database.close()
      await onServer(serverUrl, [`drop database ${name} with (force)`])
    },
  }
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

import { readdir, readFile } from 'node:fs/promises'
import type { Database } from './database.ts'

const folder = new URL('../../migrations/', import.meta.url)
const lockId = 727_001

/** Brings the schema up to date: each file of `migrations/` once, in the order of its name, all in one transaction. */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
  )
  await database.transaction(async (tx) => {
    // Servers that start at once wait for each other here.
    await tx.query('select pg_advisory_xact_lock($1)', [lockId])
    await tx.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const applied = new Set((await tx.query<{ name: string }>('select name from migrations')).map((row) => row.name))
    for (const { name, text } of files.filter((file) => !applied.has(file.name))) {
      await tx.query(text)
      await tx.query('insert into migrations (name) values ($1)', [name])
    }
  })
}

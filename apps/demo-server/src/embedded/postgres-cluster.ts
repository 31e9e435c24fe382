import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgresBinaries } from './postgres-binaries.ts'
import { type Account, findAccount, runAs } from './run-as.ts'

export const superuser = 'gallerist'

/** The files of one PostgreSQL server and the programs that work on them. */
export interface PostgresCluster {
  readonly folder: string
  /** Makes the files where they are missing. */
  initialise(password: string): Promise<void>
  start(port: number): Promise<void>
  stop(): Promise<void>
}

export async function openPostgresCluster(folder: string): Promise<PostgresCluster> {
  const { initdb, pgCtl } = await findPostgresBinaries()
  const account = await findAccount()
  const control = (...args: string[]): Promise<string> =>
    runAs(account, pgCtl, { args: [...args, '-D', folder, '-w', '-t', '60'], paths: [folder] })
  return {
    folder,
    initialise: async (password) => {
      if (!existsSync(join(folder, 'PG_VERSION'))) await initialise({ folder, initdb, account, password })
    },
    start: async (port) => {
      const log = join(folder, 'server.log')
      // No socket file: its path may be too long, and loopback is enough.
      const options = `-p ${port} -h 127.0.0.1 -c unix_socket_directories= -c timezone=UTC`
      try {
        await control('start', '-l', log, '-o', options)
      } catch (cause) {
        const lines = await readFile(log, 'utf8').catch(() => '')
        throw new Error(`PostgreSQL did not start on ${folder}: ${lines.split('\n').slice(-6).join(' ')}`, { cause })
      }
    },
    stop: async () => void (await control('stop', '-m', 'fast')),
  }
}

/** Beside, then renamed: a first start that was killed in the middle leaves nothing that looks like a database. */
async function initialise(init: { folder: string; initdb: string; account: Account | null; password: string }) {
  const { folder, initdb, account, password } = init
  const beside = await createFolder(`${folder}.init-`, account)
  const secrets = await createFolder(join(tmpdir(), 'gallerist-init-'), account)
  const passwordFile = join(secrets, 'password')
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (account) await chown(passwordFile, account.uid, account.gid)
    const encoding = ['--encoding=UTF8', '--no-locale']
    const access = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`]
    await runAs(account, initdb, { args: [`--pgdata=${beside}`, ...encoding, ...access], paths: [beside] })
    await rename(beside, folder)
  } finally {
    await Promise.all([beside, secrets].map((path) => rm(path, { recursive: true, force: true })))
  }
}

async function createFolder(prefix: string, account: Account | null): Promise<string> {
  await mkdir(join(prefix, '..'), { recursive: true })
  const folder = await mkdtemp(prefix)
  if (account) await chown(folder, account.uid, account.gid)
  return folder
}

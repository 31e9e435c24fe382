import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun, runCommand } from '../run-command.ts'
import { apt, exists, refuseWithoutApt } from './apt.ts'
import { findFreePort } from './find-free-port.ts'
import { NotHere, type Service } from './service.ts'

const programs = '/usr/lib/postgresql/15/bin'

interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * A PostgreSQL 15 of its own: Debian's programs, a temporary data folder, a free port on loopback, no system service. Or
 * the server that `REAL_DATABASE_URL` names, of whatever version.
 *
 * @throws NotHere
 */
export async function startPostgres15(): Promise<Service> {
  const given = process.env['REAL_DATABASE_URL']
  if (given !== undefined) {
    const title = 'the PostgreSQL of REAL_DATABASE_URL'
    return { title, env: { TEST_DATABASE_URL: given }, stop: () => Promise.resolve() }
  }
  if (!(await exists(join(programs, 'initdb')))) await install()
  const folder = await mkdtemp(join(tmpdir(), 'gallerist-pg15-'))
  const account = await findAccount()
  if (account) await chown(folder, account.uid, account.gid)
  try {
    return await startIn(folder, account ?? {})
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function install(): Promise<void> {
  await refuseWithoutApt('PostgreSQL 15')
  await apt('update', '-q')
  // Debian would make a cluster and start it as a service; this file of postgresql-common keeps it from doing so.
  await apt('install', '-y', '-q', '--no-install-recommends', 'postgresql-common')
  await mustRun('sed', [
    '-i',
    's/^#\\?create_main_cluster.*/create_main_cluster = false/',
    '/etc/postgresql-common/createcluster.conf',
  ])
  await apt('install', '-y', '-q', '--no-install-recommends', 'postgresql-15')
}

/** PostgreSQL refuses to run as root; null: our own account is not root. */
async function findAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => runCommand('id', [flag, 'postgres'])))
  if (uid?.code !== 0 || gid?.code !== 0) throw new NotHere('there is no user postgres to run it')
  return { uid: Number(uid.output), gid: Number(gid.output) }
}

async function startIn(folder: string, account: Partial<Account>): Promise<Service> {
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) await chown(passwordFile, account.uid, account.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...account }
  const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  await mustRun(join(programs, 'initdb'), [`--pgdata=${data}`, ...login, '--encoding=UTF8', '--no-sync'], options)
  const port = await findFreePort()
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  const stop = async (): Promise<void> => {
    await end(server)
    await rm(folder, { recursive: true, force: true })
  }
  if (!(await isReady(port, server))) {
    await stop()
    throw new Error('PostgreSQL 15 did not start.')
  }
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  return { title: await mustRun(join(programs, 'postgres'), ['--version']), env: { TEST_DATABASE_URL: url }, stop }
}

async function isReady(port: number, server: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    const { code } = await runCommand(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)])
    if (code === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

/** SIGINT: PostgreSQL ends its sessions and shuts down. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  await ended
}

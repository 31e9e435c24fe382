import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPostmasterPid } from '../src/embedded/postmaster-pid.ts'
import { findAccount } from '../src/embedded/run-as.ts'
import { type EmbeddedPostgres, startPostgres } from '../src/embedded/start-postgres.ts'

let dataDir: string
let running: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gallerist-pg-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  // What a killed app left running is taken over and stopped as well.
  if (running.length === 0) await start()
  await Promise.all(running.map((postgres) => postgres.stop()))
  running = []
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir })
  running.push(postgres)
  return postgres
}

async function stop(postgres: EmbeddedPostgres): Promise<void> {
  await postgres.stop()
  running = running.filter((other) => other !== postgres)
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

function startApp(): ChildProcess {
  const script = fileURLToPath(new URL('./run-postgres.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function readUrl(app: ChildProcess): Promise<string> {
  const [chunk] = app.stdout ? await once(app.stdout, 'data') : []
  return String(chunk).trim()
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const folder = (): string => join(dataDir, 'postgres')

test('keeps its data from start to start', async () => {
  const first = await start()
  await query(first.url, 'create table kept (id int); insert into kept values (1)')
  await stop(first)
  expect(await readPostmasterPid(folder())).toBeNull()
  expect(await query((await start()).url, 'select id from kept')).toEqual([{ id: 1 }])
})

test('lets nobody in without the password', async () => {
  const { url } = await start()
  const stranger = new URL(url)
  stranger.password = 'guessed'
  await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('takes over the server of an app that was killed', async () => {
  const app = startApp()
  const url = await readUrl(app)
  await query(url, 'create table kept (id int)')
  const before = await readPostmasterPid(folder())
  await kill(app)
  const taken = await start()
  expect(await readPostmasterPid(folder())).toEqual(before)
  expect(taken.url).toBe(url)
  expect(await query(taken.url, 'select count(*)::int from kept')).toEqual([{ count: 0 }])
})

test('starts again after app and server were killed', async () => {
  const app = startApp()
  await query(await readUrl(app), 'create table kept (id int)')
  const server = await readPostmasterPid(folder())
  await kill(app)
  process.kill(server?.pid ?? 0, 'SIGKILL')
  const again = await start()
  expect(await query(again.url, 'select count(*)::int from kept')).toEqual([{ count: 0 }])
})

test('refuses a folder that another app holds, and names the app', async () => {
  const app = startApp()
  await readUrl(app)
  await expect(start()).rejects.toThrow(`is in use by gallerist-${app.pid}`)
  await kill(app)
})

test('starts where the process id of a dead server went to another program', async () => {
  await stop(await start())
  const account = await findAccount()
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { ...account, cwd: '/' })
  children.push(other)
  await once(other, 'spawn')
  const stale = [other.pid, folder(), 1, 1, '', '127.0.0.1', '0 0', 'ready', ''].join('\n')
  await writeFile(join(folder(), 'postmaster.pid'), stale)
  await chmod(join(folder(), 'postmaster.pid'), 0o644)
  expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('starts after the first start was killed in the middle', async () => {
  const app = startApp()
  await vi.waitFor(
    async () => expect((await readdir(dataDir)).some((name) => name.startsWith('postgres.init-'))).toBe(true),
    { timeout: 60_000, interval: 5 },
  )
  await kill(app)
  expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

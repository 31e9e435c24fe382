import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reconcileReportSchema } from '@gallerist/sdk/contract'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { startStorage } from '../src/embedded/start-storage.ts'
import { startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

const command = join(import.meta.dirname, '../src/cli/gallerist.ts')

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle()
})
afterAll(() => app.stop())

function run(args: readonly string[], env: Readonly<Record<string, string>> = toEnv()) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...env } }
    const child = execFile(process.execPath, [command, ...args], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

function toEnv() {
  const { endpoint, region, bucket, credentials } = app.store.settings
  return {
    DATABASE_URL: app.databaseUrl,
    S3_ENDPOINT: endpoint,
    S3_REGION: region,
    S3_BUCKET: bucket,
    AWS_ACCESS_KEY_ID: credentials?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? '',
  }
}

test('reconcile tells in words and in JSON what it found, changes no setting, and fails where something is wrong', async () => {
  const { media } = await app.upload('used', {})
  const settings = await app.deps.database.query('select * from lifecycle_settings')
  const clean = await run(['reconcile'])
  expect(clean).toMatchObject({ code: 0, stderr: '' })
  expect(clean.stdout).toMatch(/^0 orphans, 0 dangling, 3 objects, /)
  expect(await app.deps.database.query('select * from lifecycle_settings')).toEqual(settings)
  const [lost = ''] = await app.listKeys()
  await app.deps.storage.deleteMany([lost])
  const broken = await run(['reconcile', '--json'])
  expect(broken.code).toBe(1)
  expect(reconcileReportSchema.parse(JSON.parse(broken.stdout)).dangling.samples).toMatchObject([
    { key: lost, mediaId: media.id },
  ])
})

test('says what to do where a running server holds the embedded bucket', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gallerist-cli-'))
  const storage = await startStorage({ dataDir, port: 0 })
  onTestFinished(async () => {
    await storage.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const answer = await run(['reconcile'], { DATA_DIR: dataDir })
  expect(answer).toMatchObject({ code: 2, stdout: '' })
  expect(answer.stderr).toContain('is in use by')
  expect(answer.stderr).toContain('POST /api/reconcile')
})

test('names its usage where it is asked for something else', async () => {
  expect(await run(['delete-everything'])).toMatchObject({ code: 2, stdout: '' })
  expect((await run(['reconcile', '--force'])).stderr).toContain('usage: npm run gallerist -- reconcile [--json]')
})

import { createGalleristClient, type GalleristClient } from '@gallerist/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveUsers } from '../src/db/users.ts'
import { createAccessTokens } from '../src/http/access-tokens.ts'
import { createS3Storage } from '../src/storage/s3/create-s3-storage.ts'
import { createTestDatabase, type TestDatabase } from './fixture/create-test-database.ts'
import { ada } from './fixture/start-lifecycle.ts'
import { startBucket, type TestBucket } from './fixture/start-bucket.ts'
import { startProcess, type ServerProcess } from './fixture/start-process.ts'
import { makeJpeg } from './fixture/make-jpeg.ts'

let data: TestDatabase
let store: TestBucket
let environment: Record<string, string>
const running: ServerProcess[] = []
const secret = 'a secret of at least thirty-two bytes'

async function start(): Promise<ServerProcess> {
  const server = await startProcess(environment)
  running.push(server)
  return server
}

beforeAll(async () => {
  data = await createTestDatabase()
  store = await startBucket()
  await saveUsers(data.database, [ada])
  const { settings } = store
  environment = {
    DATABASE_URL: data.url,
    S3_ENDPOINT: settings.endpoint,
    S3_BUCKET: settings.bucket,
    S3_REGION: settings.region,
    S3_FORCE_PATH_STYLE: 'true',
    AWS_ACCESS_KEY_ID: settings.credentials?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: settings.credentials?.secretAccessKey ?? '',
    JWT_SECRET: secret,
    GRACE_SECONDS: '2',
  }
})
afterAll(async () => {
  await Promise.all(running.map((server) => server.kill()))
  await store.stop()
  await data.drop()
})

const tokens = createAccessTokens(secret)

function clientOf(url: string): GalleristClient {
  return createGalleristClient({ baseUrl: url, auth: async () => (await tokens.issue(ada)).token })
}

async function listKeys(): Promise<string[]> {
  const page = await createS3Storage(store.bucket).list({ prefix: 'media/', cursor: null, limit: 1_000 })
  return page.objects.map((object) => object.key)
}

test('deletes after a restart what a save removed just before the server was killed', async () => {
  const first = await start()
  const client = clientOf(first.url)
  const gallery = await client.createGallery({ title: 'Crash' })
  const files = await Promise.all(['one', 'two'].map((name) => makeJpeg(name)))
  const [one, two] = await Promise.all(files.map((file) => client.uploadMedia(file, { staged: true })))
  const items = [one, two].flatMap((upload) => (upload ? [{ mediaId: upload.media.id }] : []))
  const { gallery: saved } = await client.saveGallery(gallery.id, { baseVersion: gallery.version, items })
  const before = await listKeys()
  expect(before).toHaveLength(6)
  const removal = { baseVersion: saved.version, items: items.slice(0, 1) }
  const { receipt } = await client.saveGallery(gallery.id, removal)
  await first.kill()
  expect(await listKeys()).toEqual(before)
  const second = await start()
  await expect.poll(async () => (await listKeys()).length, { timeout: 20_000 }).toBe(3)
  const after = await clientOf(second.url).getDeletion(receipt.id)
  expect(after.files).toMatchObject([{ outcome: 'deleted' }])
  expect(await second.stop()).toBe(0)
})

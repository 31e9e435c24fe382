import { createGalleristClient, type GalleristClient } from '@gallerist/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createS3Storage } from '../src/storage/s3/create-s3-storage.ts'
import { createTestDatabase, type TestDatabase } from './fixture/create-test-database.ts'
import { startBucket, type TestBucket } from './fixture/start-bucket.ts'
import { startProcess } from './fixture/start-process.ts'
import { makeJpeg } from './fixture/make-jpeg.ts'

let data: TestDatabase
let store: TestBucket
let environment: Record<string, string>

beforeAll(async () => {
  data = await createTestDatabase()
  store = await startBucket()
  const { settings } = store
  environment = {
    DEMO: '1',
    DATABASE_URL: data.url,
    S3_ENDPOINT: settings.endpoint,
    S3_BUCKET: settings.bucket,
    S3_REGION: settings.region,
    S3_FORCE_PATH_STYLE: 'true',
    AWS_ACCESS_KEY_ID: settings.credentials?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: settings.credentials?.secretAccessKey ?? '',
    JWT_SECRET: 'a secret of at least thirty-two bytes',
    GRACE_SECONDS: '2',
  }
})
afterAll(async () => {
  await store.stop()
  await data.drop()
})

async function clientOf(url: string): Promise<GalleristClient> {
  const answer = await fetch(`${url}/api/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'ada' }),
  })
  const { token } = await answer.json()
  return createGalleristClient({ baseUrl: url, auth: () => token })
}

async function listKeys(): Promise<string[]> {
  const page = await createS3Storage(store.bucket).list({ prefix: 'media/', cursor: null, limit: 1_000 })
  return page.objects.map((object) => object.key)
}

test('deletes after a restart what a save removed just before the server was killed', async () => {
  const first = await startProcess(environment)
  const client = await clientOf(first.url)
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
  const second = await startProcess(environment)
  await expect.poll(async () => (await listKeys()).length, { timeout: 20_000 }).toBe(3)
  const after = await (await clientOf(second.url)).getDeletion(receipt.id)
  expect(after.files).toMatchObject([{ outcome: 'deleted' }])
  expect(await second.stop()).toBe(0)
})

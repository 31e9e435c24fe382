import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type ObjectStorage, StorageError } from '../src/storage/object-storage.ts'
import { createS3Storage } from '../src/storage/s3/create-s3-storage.ts'
import { ensureBucket } from '../src/storage/s3/ensure-bucket.ts'
import { type FaultyStore, startFaultyStore } from './fixture/start-faulty-store.ts'

const signal = AbortSignal.timeout(600_000)
let store: FaultyStore

beforeAll(async () => {
  store = await startFaultyStore()
})

afterEach(() => store.reset())

afterAll(() => store.stop())

async function put(keys: readonly string[], into = store.plain): Promise<void> {
  await Promise.all(keys.map((key) => into.write(key, Buffer.from(key), { mime: 'image/png', signal })))
}

test('writes, reads and finds an object', async () => {
  await put(['rw/a'])
  expect(await store.plain.read('rw/a', { maxBytes: 10, signal })).toEqual(Buffer.from('rw/a'))
  expect(await store.plain.head('rw/a')).toBe('present')
  expect(await store.plain.read('rw/none', { maxBytes: 10, signal })).toBeNull()
  expect(await store.plain.head('rw/none')).toBe('absent')
})

test('refuses to overwrite a key and keeps its bytes', async () => {
  await put(['once/a'])
  const again = store.plain.write('once/a', Buffer.from('other'), { mime: 'image/png', signal })
  await expect(again).rejects.toThrow(new StorageError('once/a exists already.'))
  expect(await store.plain.read('once/a', { maxBytes: 10, signal })).toEqual(Buffer.from('once/a'))
})

test('writes without the condition where the store does not know it', async () => {
  store.spoil(() => (store.seen.length === 1 ? { status: 501, code: 'NotImplemented' } : 'pass'))
  await put(['plain-put/a'])
  expect(store.seen.map((request) => request.operation)).toEqual(['PutObject', 'PutObject'])
  expect(await store.plain.head('plain-put/a')).toBe('present')
})

test('serves objects as immutable and under their type', async () => {
  store.server.ensureBucket('public', { publicReadPrefixes: ['media/'] })
  await put(['media/a'], createS3Storage(store.open('public')))
  const answer = await fetch(`${store.endpoint}/public/media/a`)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toBe('image/png')
})

test('stops reading past the limit', async () => {
  await store.plain.write('big/a', Buffer.alloc(100_000), { mime: 'image/png', signal })
  await expect(store.plain.read('big/a', { maxBytes: 99_999, signal })).rejects.toThrow(/larger than 99999 bytes/)
  expect(await store.plain.read('big/a', { maxBytes: 100_000, signal })).toHaveLength(100_000)
})

test('stops reading and writing when it is told to', async () => {
  const controller = new AbortController()
  store.spoil(() => {
    controller.abort()
    return store.hold()
  })
  const options = { signal: controller.signal, maxBytes: 10, mime: 'image/png' }
  await expect(store.plain.read('any/a', options)).rejects.toThrow(StorageError)
  await expect(store.plain.write('any/a', Buffer.from('a'), options)).rejects.toThrow(StorageError)
})

test('gives up a call that the store never answers', async () => {
  store.spoil(() => store.hold())
  const impatient = createS3Storage(store.open('plain', { timeoutMs: 20 }))
  expect(await impatient.head('slow/a')).toBe('unknown')
  expect((await impatient.deleteMany(['slow/a'])).get('slow/a')?.state).toBe('retry')
  await expect(impatient.list({ prefix: 'slow/', cursor: null, limit: 1 })).rejects.toThrow(StorageError)
})

test('does not take an outage or a missing bucket for an absent object', async () => {
  store.spoil(() => ({ status: 503, code: 'SlowDown' }))
  expect(await store.plain.head('rw/none')).toBe('unknown')
  store.reset()
  expect(await createS3Storage(store.open('no-such-bucket')).head('rw/none')).toBe('unknown')
})

test('tells a store that does not answer from an object that is not there', async () => {
  store.spoil(() => ({ status: 404, code: 'NoSuchBucket' }))
  await expect(store.plain.read('rw/none', { maxBytes: 1, signal })).rejects.toThrow(StorageError)
})

test('lists page by page in byte order, whatever the keys hold', async () => {
  const keys = ['p/A', 'p/a b+c', 'p/a%20b', 'p/a\u0001', 'p/ü']
  await put([...keys, 'p2/x'])
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<ObjectStorage['list']>> = await store.plain.list({ prefix: 'p/', cursor, limit: 2 })
    expect(page.objects.length).toBeLessThanOrEqual(2)
    found.push(...page.objects.map((object) => object.key))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(found).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
})

test('refuses a prefix that matches its neighbours', async () => {
  await expect(store.plain.list({ prefix: 'p', cursor: null, limit: 1 })).rejects.toThrow(/does not end in/)
})

async function sendForm(file: Blob, change: Record<string, string> = {}): Promise<number> {
  const request = { key: `incoming/${crypto.randomUUID()}`, mime: 'image/png', maxBytes: 10, expiresInMs: 60_000 }
  const { url, fields } = await store.plain.presignUpload(request)
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, value)
  form.append('file', file, 'a.png')
  return (await fetch(url, { method: 'POST', body: form })).status
}

test('signs a form for exactly one key, type and size', async () => {
  expect(await sendForm(new Blob(['0123456789']))).toBe(204)
  expect(await sendForm(new Blob(['0123456789x']))).toBe(400)
  expect(await sendForm(new Blob([]))).toBe(400)
  expect(await sendForm(new Blob(['a']), { 'Content-Type': 'text/html' })).toBe(403)
  expect(await sendForm(new Blob(['a']), { key: 'media/other' })).toBe(403)
})

const needs = { publicPrefix: 'media/', corsOrigins: ['http://127.0.0.1:4000'], mayReplaceSetup: false }

test('creates a bucket whose pictures anybody may read, and nothing else', async () => {
  const bucket = store.open('fresh')
  expect(await ensureBucket(bucket, needs)).toBe('created')
  await put(['media/a', 'incoming/a'], createS3Storage(bucket))
  const origin = { headers: { origin: 'http://127.0.0.1:4000' } }
  const answer = await fetch(`${store.endpoint}/fresh/media/a`, origin)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4000')
  expect((await fetch(`${store.endpoint}/fresh/incoming/a`, origin)).status).toBe(403)
})

test('leaves the set-up of an existing bucket alone unless it may replace it', async () => {
  const bucket = store.open('plain')
  expect(await ensureBucket(bucket, needs)).toBe('existing')
  expect(store.seen.map((request) => request.operation)).toEqual(['HeadBucket'])
  expect(await ensureBucket(bucket, { ...needs, mayReplaceSetup: true })).toBe('existing')
  expect(store.seen.map((request) => request.operation)).toContain('PutBucketPolicy')
})

test('does not take a refused look at a bucket for a missing one', async () => {
  store.spoil(() => ({ status: 403, code: 'AccessDenied' }))
  await expect(ensureBucket(store.open('plain'), needs)).rejects.toThrow(StorageError)
  expect(store.seen.map((request) => request.operation)).not.toContain('CreateBucket')
})

import { createDevS3, type Fault, type ObservedRequest } from '@gallerist/dev-s3'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type ObjectStorage, StorageError } from '../src/storage/object-storage.ts'
import { createS3Storage } from '../src/storage/s3/create-s3-storage.ts'
import { ensureBucket } from '../src/storage/s3/ensure-bucket.ts'
import { openS3Bucket, type S3Bucket } from '../src/storage/s3/s3-bucket.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' }
const signal = AbortSignal.timeout(600_000)
const pass = (): Fault => 'pass'

let fault: (request: ObservedRequest) => Fault | Promise<Fault> = pass
const seen: ObservedRequest[] = []
const releaseHeld: (() => void)[] = []
let dataDir: string
let server: Awaited<ReturnType<typeof createDevS3>>
let endpoint: string
let storage: ObjectStorage
let versioned: ObjectStorage

function open(name: string, more: { timeoutMs?: number; secretAccessKey?: string } = {}): S3Bucket {
  const { timeoutMs, secretAccessKey = credentials.secretAccessKey } = more
  return openS3Bucket({
    endpoint,
    region: 'us-east-1',
    bucket: name,
    credentials: { ...credentials, secretAccessKey },
    forcePathStyle: true,
    checksums: 'when-required',
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gallerist-s3-'))
  server = await createDevS3({
    dataDir,
    ...credentials,
    fsync: false,
    onRequest: (request) => {
      seen.push(request)
      return fault(request)
    },
  })
  server.ensureBucket('plain')
  server.ensureBucket('versioned', { isVersioned: true })
  endpoint = (await server.listen()).url
  storage = createS3Storage(open('plain'))
  versioned = createS3Storage(open('versioned'))
})

/** Keeps a request unanswered until the test is over. */
function hold(): Promise<Fault> {
  return new Promise((resolve) => {
    releaseHeld.push(() => resolve('connection-lost'))
  })
}

afterEach(() => {
  for (const release of releaseHeld.splice(0)) release()
  fault = pass
  seen.length = 0
})

afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function put(keys: readonly string[], into = storage): Promise<void> {
  await Promise.all(keys.map((key) => into.write(key, Buffer.from(key), { mime: 'image/png', signal })))
}

async function keysUnder(prefix: string): Promise<string[]> {
  const { objects } = await storage.list({ prefix, cursor: null, limit: 1000 })
  return objects.map((object) => object.key)
}

function states(outcomes: ReadonlyMap<string, { state: string }>): Record<string, string> {
  return Object.fromEntries([...outcomes].map(([key, outcome]) => [key, outcome.state]))
}

test('writes, reads and finds an object', async () => {
  await put(['rw/a'])
  expect(await storage.read('rw/a', { maxBytes: 10, signal })).toEqual(Buffer.from('rw/a'))
  expect(await storage.head('rw/a')).toBe('present')
  expect(await storage.read('rw/none', { maxBytes: 10, signal })).toBeNull()
  expect(await storage.head('rw/none')).toBe('absent')
})

test('refuses to overwrite a key and keeps its bytes', async () => {
  await put(['once/a'])
  const again = storage.write('once/a', Buffer.from('other'), { mime: 'image/png', signal })
  await expect(again).rejects.toThrow(new StorageError('once/a exists already.'))
  expect(await storage.read('once/a', { maxBytes: 10, signal })).toEqual(Buffer.from('once/a'))
})

test('writes without the condition where the store does not know it', async () => {
  fault = () => (seen.length === 1 ? { status: 501, code: 'NotImplemented' } : 'pass')
  await put(['plain-put/a'])
  expect(seen.map((request) => request.operation)).toEqual(['PutObject', 'PutObject'])
  expect(await storage.head('plain-put/a')).toBe('present')
})

test('serves objects as immutable and under their type', async () => {
  server.ensureBucket('public', { publicReadPrefixes: ['media/'] })
  await put(['media/a'], createS3Storage(open('public')))
  const answer = await fetch(`${endpoint}/public/media/a`)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toBe('image/png')
})

test('stops reading past the limit', async () => {
  await storage.write('big/a', Buffer.alloc(100_000), { mime: 'image/png', signal })
  await expect(storage.read('big/a', { maxBytes: 99_999, signal })).rejects.toThrow(/larger than 99999 bytes/)
  expect(await storage.read('big/a', { maxBytes: 100_000, signal })).toHaveLength(100_000)
})

test('stops reading and writing when it is told to', async () => {
  const controller = new AbortController()
  fault = () => {
    controller.abort()
    return hold()
  }
  const options = { signal: controller.signal, maxBytes: 10, mime: 'image/png' }
  await expect(storage.read('any/a', options)).rejects.toThrow(StorageError)
  await expect(storage.write('any/a', Buffer.from('a'), options)).rejects.toThrow(StorageError)
})

test('gives up a call that the store never answers', async () => {
  fault = hold
  const impatient = createS3Storage(open('plain', { timeoutMs: 20 }))
  expect(await impatient.head('slow/a')).toBe('unknown')
  expect(states(await impatient.deleteMany(['slow/a']))).toEqual({ 'slow/a': 'retry' })
  await expect(impatient.list({ prefix: 'slow/', cursor: null, limit: 1 })).rejects.toThrow(StorageError)
})

test('deletes in one call, also what is not there', async () => {
  await put(['del/a', 'del/b', 'del/c'])
  seen.length = 0
  const outcomes = await storage.deleteMany(['del/a', 'del/b', 'del/none', 'del/a'])
  expect(states(outcomes)).toEqual({ 'del/a': 'gone', 'del/b': 'gone', 'del/none': 'gone' })
  expect(seen.map((request) => request.operation)).toEqual(['DeleteObjects'])
  expect(await keysUnder('del/')).toEqual(['del/c'])
})

test('reads each key of a delete that was answered with 200', async () => {
  await put(['part/a', 'part/b', 'part/c'])
  const codes: Record<string, string> = { 'part/a': 'InternalError', 'part/b': 'AccessDenied' }
  fault = () => ({ failKeys: (key) => codes[key] })
  const outcomes = await storage.deleteMany(['part/a', 'part/b', 'part/c'])
  expect(states(outcomes)).toEqual({ 'part/a': 'retry', 'part/b': 'denied', 'part/c': 'gone' })
  expect(outcomes.get('part/b')).toMatchObject({ message: expect.stringContaining('AccessDenied') })
  expect(await keysUnder('part/')).toEqual(['part/a', 'part/b'])
})

test('believes a "no such key" only after it has looked', async () => {
  await put(['liar/a'])
  fault = ({ operation }) => (operation === 'DeleteObjects' ? { failKeys: () => 'NoSuchKey' } : 'pass')
  expect(states(await storage.deleteMany(['liar/a', 'liar/none']))).toEqual({ 'liar/a': 'retry', 'liar/none': 'gone' })
})

test.for([
  ['is throttled', { status: 503, code: 'SlowDown' }],
  ['loses its connection', 'connection-lost'],
  ['meets a missing bucket', { status: 404, code: 'NoSuchBucket' }],
] as const)('calls nothing deleted where the whole call %s', async ([, whole]) => {
  const key = `whole/${crypto.randomUUID()}`
  await put([key])
  fault = ({ operation }) => (operation === 'DeleteObjects' ? whole : 'pass')
  expect(states(await storage.deleteMany([key, 'whole/b']))).toEqual({ [key]: 'retry', 'whole/b': 'retry' })
  expect(await storage.head(key)).toBe('present')
})

test('calls nothing deleted where every reply is lost, although it was', async () => {
  await put(['lost/a'])
  fault = ({ operation }) => (operation === 'DeleteObjects' ? 'reply-lost' : 'pass')
  expect(states(await storage.deleteMany(['lost/a']))).toEqual({ 'lost/a': 'retry' })
  fault = pass
  expect(await storage.head('lost/a')).toBe('absent')
})

test('tells a refusal from an outage', async () => {
  const stranger = createS3Storage(open('plain', { secretAccessKey: 'wrong' }))
  expect(states(await stranger.deleteMany(['x/a']))).toEqual({ 'x/a': 'denied' })
  expect(await stranger.head('x/a')).toBe('unknown')
})

test('deletes a key that XML cannot carry without losing the batch', async () => {
  const odd = 'odd/\u0001'
  await put(['odd/a', odd])
  expect(states(await storage.deleteMany(['odd/a', odd]))).toEqual({ 'odd/a': 'gone', [odd]: 'gone' })
  expect(await keysUnder('odd/')).toEqual([])
})

test('answers for keys past the batch size without sending them', async () => {
  const keys = Array.from({ length: storage.deleteBatchSize + 1 }, (_, index) => `many/${index}`)
  const outcomes = await storage.deleteMany(keys)
  expect(outcomes.size).toBe(keys.length)
  expect(outcomes.get(keys.at(-1) ?? '')?.state).toBe('retry')
  expect(outcomes.get(keys[0] ?? '')?.state).toBe('gone')
})

test('deletes all versions of a key, and of no longer key', async () => {
  await put(['v/a', 'v/ab'], versioned)
  expect(states(await versioned.deleteMany(['v/a']))).toEqual({ 'v/a': 'gone' })
  await put(['v/a'], versioned)
  expect(states(await versioned.deleteMany(['v/a']))).toEqual({ 'v/a': 'gone' })
  expect(await versioned.head('v/a')).toBe('absent')
  expect(await versioned.head('v/ab')).toBe('present')
})

test('says hidden where versions stay under a delete marker, and does not call the key absent', async () => {
  await put(['h/a'], versioned)
  let deletes = 0
  fault = ({ operation }) => {
    if (operation !== 'DeleteObjects') return 'pass'
    deletes += 1
    return deletes === 1 ? 'pass' : { failKeys: () => 'AccessDenied' }
  }
  expect(states(await versioned.deleteMany(['h/a']))).toEqual({ 'h/a': 'hidden' })
  expect(await versioned.head('h/a')).toBe('unknown')
})

test('tries versions again where the store did not answer for them', async () => {
  await put(['again/a'], versioned)
  fault = ({ operation }) => (operation === 'ListObjectVersions' ? { status: 503, code: 'SlowDown' } : 'pass')
  expect(states(await versioned.deleteMany(['again/a']))).toEqual({ 'again/a': 'retry' })
  fault = pass
  expect(states(await versioned.deleteMany(['again/a']))).toEqual({ 'again/a': 'gone' })
})

test('does not take an outage or a missing bucket for an absent object', async () => {
  fault = () => ({ status: 503, code: 'SlowDown' })
  expect(await storage.head('rw/none')).toBe('unknown')
  fault = pass
  expect(await createS3Storage(open('no-such-bucket')).head('rw/none')).toBe('unknown')
})

test('tells a store that does not answer from an object that is not there', async () => {
  fault = () => ({ status: 404, code: 'NoSuchBucket' })
  await expect(storage.read('rw/none', { maxBytes: 1, signal })).rejects.toThrow(StorageError)
})

test('lists page by page in byte order, whatever the keys hold', async () => {
  const keys = ['p/A', 'p/a b+c', 'p/a%20b', 'p/a\u0001', 'p/ü']
  await put([...keys, 'p2/x'])
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<ObjectStorage['list']>> = await storage.list({ prefix: 'p/', cursor, limit: 2 })
    expect(page.objects.length).toBeLessThanOrEqual(2)
    found.push(...page.objects.map((object) => object.key))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(found).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
})

test('refuses a prefix that matches its neighbours', async () => {
  await expect(storage.list({ prefix: 'p', cursor: null, limit: 1 })).rejects.toThrow(/does not end in/)
})

async function sendForm(file: Blob, change: Record<string, string> = {}): Promise<number> {
  const request = { key: `incoming/${crypto.randomUUID()}`, mime: 'image/png', maxBytes: 10, expiresInMs: 60_000 }
  const { url, fields } = await storage.presignUpload(request)
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
  const bucket = open('fresh')
  expect(await ensureBucket(bucket, needs)).toBe('created')
  await put(['media/a', 'incoming/a'], createS3Storage(bucket))
  const origin = { headers: { origin: 'http://127.0.0.1:4000' } }
  const answer = await fetch(`${endpoint}/fresh/media/a`, origin)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4000')
  expect((await fetch(`${endpoint}/fresh/incoming/a`, origin)).status).toBe(403)
})

test('leaves the set-up of an existing bucket alone unless it may replace it', async () => {
  const bucket = open('plain')
  expect(await ensureBucket(bucket, needs)).toBe('existing')
  expect(seen.map((request) => request.operation)).toEqual(['HeadBucket'])
  expect(await ensureBucket(bucket, { ...needs, mayReplaceSetup: true })).toBe('existing')
  expect(seen.map((request) => request.operation)).toContain('PutBucketPolicy')
})

test('does not take a refused look at a bucket for a missing one', async () => {
  fault = () => ({ status: 403, code: 'AccessDenied' })
  await expect(ensureBucket(open('plain'), needs)).rejects.toThrow(StorageError)
  expect(seen.map((request) => request.operation)).not.toContain('CreateBucket')
})

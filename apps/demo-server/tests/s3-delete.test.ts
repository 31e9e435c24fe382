import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createS3Storage } from '../src/storage/s3/create-s3-storage.ts'
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

async function keysUnder(prefix: string): Promise<string[]> {
  const { objects } = await store.plain.list({ prefix, cursor: null, limit: 1000 })
  return objects.map((object) => object.key)
}

function states(outcomes: ReadonlyMap<string, { state: string }>): Record<string, string> {
  return Object.fromEntries([...outcomes].map(([key, outcome]) => [key, outcome.state]))
}

test('deletes in one call, also what is not there', async () => {
  await put(['del/a', 'del/b', 'del/c'])
  store.reset()
  const outcomes = await store.plain.deleteMany(['del/a', 'del/b', 'del/none', 'del/a'])
  expect(states(outcomes)).toEqual({ 'del/a': 'gone', 'del/b': 'gone', 'del/none': 'gone' })
  expect(store.seen.map((request) => request.operation)).toEqual(['DeleteObjects'])
  expect(await keysUnder('del/')).toEqual(['del/c'])
})

test('reads each key of a delete that was answered with 200', async () => {
  await put(['part/a', 'part/b', 'part/c'])
  const codes: Record<string, string> = { 'part/a': 'InternalError', 'part/b': 'AccessDenied' }
  store.spoil(() => ({ failKeys: (key) => codes[key] }))
  const outcomes = await store.plain.deleteMany(['part/a', 'part/b', 'part/c'])
  expect(states(outcomes)).toEqual({ 'part/a': 'retry', 'part/b': 'denied', 'part/c': 'gone' })
  expect(outcomes.get('part/b')).toMatchObject({ message: expect.stringContaining('AccessDenied') })
  expect(await keysUnder('part/')).toEqual(['part/a', 'part/b'])
})

test('believes a "no such key" only after it has looked', async () => {
  await put(['liar/a'])
  store.spoil(({ operation }) => (operation === 'DeleteObjects' ? { failKeys: () => 'NoSuchKey' } : 'pass'))
  expect(states(await store.plain.deleteMany(['liar/a', 'liar/none']))).toEqual({
    'liar/a': 'retry',
    'liar/none': 'gone',
  })
})

test.for([
  ['is throttled', { status: 503, code: 'SlowDown' }],
  ['loses its connection', 'connection-lost'],
  ['meets a missing bucket', { status: 404, code: 'NoSuchBucket' }],
] as const)('calls nothing deleted where the whole call %s', async ([, whole]) => {
  const key = `whole/${crypto.randomUUID()}`
  await put([key])
  store.spoil(({ operation }) => (operation === 'DeleteObjects' ? whole : 'pass'))
  expect(states(await store.plain.deleteMany([key, 'whole/b']))).toEqual({ [key]: 'retry', 'whole/b': 'retry' })
  expect(await store.plain.head(key)).toBe('present')
})

test('calls nothing deleted where every reply is lost, although it was', async () => {
  await put(['lost/a'])
  store.spoil(({ operation }) => (operation === 'DeleteObjects' ? 'reply-lost' : 'pass'))
  expect(states(await store.plain.deleteMany(['lost/a']))).toEqual({ 'lost/a': 'retry' })
  store.reset()
  expect(await store.plain.head('lost/a')).toBe('absent')
})

test('tells a refusal from an outage', async () => {
  const stranger = createS3Storage(store.open('plain', { secretAccessKey: 'wrong' }))
  expect(states(await stranger.deleteMany(['x/a']))).toEqual({ 'x/a': 'denied' })
  expect(await stranger.head('x/a')).toBe('unknown')
})

test('deletes a key that XML cannot carry without losing the batch', async () => {
  const odd = 'odd/\u0001'
  await put(['odd/a', odd])
  expect(states(await store.plain.deleteMany(['odd/a', odd]))).toEqual({ 'odd/a': 'gone', [odd]: 'gone' })
  expect(await keysUnder('odd/')).toEqual([])
})

test('answers for keys past the batch size without sending them', async () => {
  const keys = Array.from({ length: store.plain.deleteBatchSize + 1 }, (_, index) => `many/${index}`)
  const outcomes = await store.plain.deleteMany(keys)
  expect(outcomes.size).toBe(keys.length)
  expect(outcomes.get(keys.at(-1) ?? '')?.state).toBe('retry')
  expect(outcomes.get(keys[0] ?? '')?.state).toBe('gone')
})

test('deletes all versions of a key, and of no longer key', async () => {
  await put(['v/a', 'v/ab'], store.versioned)
  expect(states(await store.versioned.deleteMany(['v/a']))).toEqual({ 'v/a': 'gone' })
  await put(['v/a'], store.versioned)
  expect(states(await store.versioned.deleteMany(['v/a']))).toEqual({ 'v/a': 'gone' })
  expect(await store.versioned.head('v/a')).toBe('absent')
  expect(await store.versioned.head('v/ab')).toBe('present')
})

test('says hidden where versions stay under a delete marker, and does not call the key absent', async () => {
  await put(['h/a'], store.versioned)
  let deletes = 0
  store.spoil(({ operation }) => {
    if (operation !== 'DeleteObjects') return 'pass'
    deletes += 1
    return deletes === 1 ? 'pass' : { failKeys: () => 'AccessDenied' }
  })
  expect(states(await store.versioned.deleteMany(['h/a']))).toEqual({ 'h/a': 'hidden' })
  expect(await store.versioned.head('h/a')).toBe('unknown')
})

test('tries versions again where the store did not answer for them', async () => {
  await put(['again/a'], store.versioned)
  store.spoil(({ operation }) => (operation === 'ListObjectVersions' ? { status: 503, code: 'SlowDown' } : 'pass'))
  expect(states(await store.versioned.deleteMany(['again/a']))).toEqual({ 'again/a': 'retry' })
  store.reset()
  expect(states(await store.versioned.deleteMany(['again/a']))).toEqual({ 'again/a': 'gone' })
})

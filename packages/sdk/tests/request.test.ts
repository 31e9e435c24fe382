import { expect, expectTypeOf, test } from 'vitest'
import { createGalleristClient, endpoints, isGalleristError, readErrorDetails, type Gallery } from '../src/index.ts'
import { idOf, sampleGallery, sampleMedia, sampleReceipt } from './samples.ts'
import { problem, startServer, type Reply } from './start-server.ts'
import { createInstantClock } from './test-clocks.ts'

const gallery = sampleGallery()

/** A client whose pauses take no time and whose jitter is none. */
async function connect(reply: Parameters<typeof startServer>[0]) {
  const clock = createInstantClock()
  const server = await startServer(reply)
  const client = createGalleristClient({ baseUrl: server.url, clock, random: () => 0 })
  return { client, server, clock }
}

/** Answers in turn, the last one for ever. */
const inTurn =
  (...replies: readonly Reply[]) =>
  (_: unknown, index: number): Reply =>
    replies[Math.min(index, replies.length - 1)] ?? 'hang'

test.for([408, 429, 500, 502, 503, 504])('repeats a request after %i and then succeeds', async (status) => {
  const { client, server, clock } = await connect(inTurn({ status, text: 'busy' }, { status }, { json: gallery }))
  await expect(client.getGallery(gallery.id)).resolves.toEqual(gallery)
  expect(server.seen).toHaveLength(3)
  expect(clock.waits).toEqual([500, 1_000])
})

test('gives up after two retries, with the last answer', async () => {
  const { client, server } = await connect(inTurn(problem(503, 'OVERLOADED')))
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({
    code: 'OVERLOADED',
    status: 503,
    retryable: true,
  })
  expect(server.seen).toHaveLength(3)
})

test('repeats a request whose connection was cut', async () => {
  const { client, server } = await connect(inTurn('cut', { json: gallery }))
  await expect(client.getGallery(gallery.id)).resolves.toEqual(gallery)
  expect(server.seen).toHaveLength(2)
})

test.for([
  [400, 'MALFORMED_REQUEST'],
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'GALLERY_NOT_FOUND'],
  [409, 'UNDO_IMPOSSIBLE'],
  [410, 'MEDIA_GONE'],
  [412, 'GALLERY_CHANGED'],
  [422, 'VALIDATION_FAILED'],
  [503, 'STORAGE_OFF'],
] as const)('asks once where the answer is %i %s', async ([status, code]) => {
  const { client, server } = await connect(inTurn(problem(status, code)))
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({
    name: 'ApiError',
    code,
    status,
    retryable: false,
  })
  expect(server.seen).toHaveLength(1)
})

test('waits as long as Retry-After says', async () => {
  const limited = { ...problem(429, 'RATE_LIMITED'), headers: { 'retry-after': '7' } }
  const { client, clock } = await connect(inTurn(limited, { json: gallery }))
  await client.getGallery(gallery.id)
  expect(clock.waits).toEqual([7_000])
})

test('sends each request once with retry: false', async () => {
  const { client, server } = await connect(inTurn({ status: 503 }))
  const once = client.withOptions({ retry: false })
  await expect(once.getGallery(gallery.id)).rejects.toMatchObject({ status: 503 })
  expect(server.seen).toHaveLength(1)
})

test('waits for an act that is under way, with the same key', async () => {
  const busy = problem(409, 'IDEMPOTENCY_IN_FLIGHT')
  const { client, server } = await connect(inTurn(busy, busy, busy, busy, { status: 201, json: gallery }))
  await expect(client.createGallery({ title: 'Trip' })).resolves.toEqual(gallery)
  expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('keeps the idempotency key over retries and takes another for the next act', async () => {
  const { client, server } = await connect(inTurn('cut', { status: 500 }, { status: 201, json: gallery }))
  await client.createGallery({ title: 'Trip' })
  await client.createGallery({ title: 'Trip' })
  const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(keys.slice(0, 3)).toEqual([keys[0], keys[0], keys[0]])
  expect(keys[3]).not.toBe(keys[0])
})

test('sends a key of the caller as it is, and none with a GET', async () => {
  const saved = { gallery, receipt: sampleReceipt() }
  const { client, server } = await connect(({ method }) => ({ json: method === 'GET' ? gallery : saved }))
  await client.saveGallery(gallery.id, { baseVersion: 3, items: [], idempotencyKey: 'save-1' })
  await client.getGallery(gallery.id)
  expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['save-1', undefined])
})

test('saves with the version as If-Match and only the document as the body', async () => {
  const { client, server } = await connect(() => ({ json: { gallery, receipt: sampleReceipt() } }))
  await client.saveGallery(gallery.id, { baseVersion: 3, items: [{ mediaId: idOf(1), caption: 'x' }], timeoutMs: 999 })
  expect(server.seen[0]).toMatchObject({ method: 'PUT', url: `/api/galleries/${gallery.id}` })
  expect(server.seen[0]?.headers['if-match']).toBe('"3"')
  expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({ items: [{ mediaId: idOf(1), caption: 'x' }] })
})

test('names no content type where there is no body', async () => {
  const { client, server } = await connect(() => ({ json: { uploadId: idOf(1), leaseExpiresAt: gallery.createdAt } }))
  await client.uploads.renew(idOf(1))
  expect(server.seen[0]?.headers).not.toHaveProperty('content-type')
})

test('carries the current gallery in a conflict', async () => {
  const current = sampleGallery({ version: 9 })
  const { client } = await connect(() => problem(412, 'GALLERY_CHANGED', { gallery: current }))
  const error: unknown = await client.saveGallery(gallery.id, { baseVersion: 3 }).catch((thrown: unknown) => thrown)
  expect(isGalleristError(error, 'GALLERY_CHANGED') && readErrorDetails('GALLERY_CHANGED', error)?.gallery).toEqual(
    current,
  )
})

test('sends nothing that the contract refuses', async () => {
  const { client, server } = await connect(() => ({ json: gallery }))
  const typo = { title: 'Trip', publishd: true }
  await expect(client.createGallery(typo)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(client.getGallery('..')).rejects.toMatchObject({ issues: [{ path: 'params.galleryId' }] })
  await expect(client.saveGallery(gallery.id, { baseVersion: 0 })).rejects.toMatchObject({
    issues: [{ path: 'baseVersion' }],
  })
  await expect(client.listGalleries({ limit: 101 })).rejects.toMatchObject({ issues: [{ path: 'query.limit' }] })
  await expect(client.undoDeletion(idOf(1), { idempotencyKey: 'two\nlines' })).rejects.toMatchObject({
    issues: [{ path: 'idempotencyKey' }],
  })
  expect(server.seen).toEqual([])
})

test('gives back answers as they came, with fields and members it does not know', async () => {
  const newer = { ...sampleReceipt(), action: 'gallery-teleported', colour: 'red', files: [] }
  const { client } = await connect(() => ({ json: newer }))
  await expect(client.getDeletion(newer.id)).resolves.toEqual(newer)
})

test('takes an answer whose texts are longer, and whose attachments say more, than this version would send', async () => {
  const attachment = { contentType: 'Cities/City', objectId: 'x'.repeat(200), position: 3 }
  const media = { ...sampleMedia(), title: 'x'.repeat(300), altText: 'x'.repeat(2_000), attachment }
  const item = { kind: 'media', media, caption: 'x'.repeat(5_000), alt: 'x'.repeat(2_000), isCover: true }
  const newer = { ...gallery, title: '', items: [item] }
  const { client } = await connect(() => ({ json: newer }))
  await expect(client.getGallery(gallery.id)).resolves.toEqual(newer)
})

test('names the place of an answer against the contract, and the request', async () => {
  const broken = { ...gallery, items: [{ ...gallery.items[0], media: { ...gallery.items[0], id: 7 } }] }
  const { client, server } = await connect(() => ({ json: broken, headers: { 'x-request-id': 'req-42' } }))
  const refused = client.getGallery(gallery.id)
  await expect(refused).rejects.toMatchObject({
    name: 'ContractError',
    code: 'CONTRACT_MISMATCH',
    path: 'items.0.media.id',
    requestId: 'req-42',
  })
  await expect(refused).rejects.toThrow(/items\.0\.media\.id.*req-42/)
  expect(server.seen).toHaveLength(1)
})

test('takes a page of some proxy for what it is', async () => {
  const { client } = await connect(() => ({ text: '<html>Log in to the Wi-Fi</html>' }))
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({ code: 'CONTRACT_MISMATCH' })
})

test('gives an unknown error code its own error, with the code in the details', async () => {
  const { client } = await connect(() => problem(409, 'MOON_IN_THE_WAY', { phase: 'full' }))
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
    code: 'UNEXPECTED_RESPONSE',
    status: 409,
    details: { code: 'MOON_IN_THE_WAY', phase: 'full' },
  })
})

test('ends a request that takes too long, and tries again', async () => {
  const { client, server } = await connect(inTurn('hang', { json: gallery }))
  await expect(client.getGallery(gallery.id, { timeoutMs: 50 })).resolves.toEqual(gallery)
  expect(server.seen).toHaveLength(2)
  const silent = await connect(inTurn('hang'))
  const once = silent.client.withOptions({ retry: false, timeoutMs: 50 })
  await expect(once.getGallery(gallery.id)).rejects.toMatchObject({ name: 'TimeoutError', code: 'TIMEOUT' })
})

test('is aborted while it waits for the answer, once and for all', async () => {
  const controller = new AbortController()
  const { client, server } = await connect(() => {
    controller.abort()
    return 'hang'
  })
  await expect(client.getGallery(gallery.id, { signal: controller.signal })).rejects.toMatchObject({
    name: 'AbortedError',
    code: 'ABORTED',
    retryable: false,
  })
  expect(server.seen).toHaveLength(1)
})

test('is aborted during the pause between two attempts', async () => {
  const controller = new AbortController()
  const server = await startServer(() => problem(503, 'OVERLOADED'))
  const client = createGalleristClient({
    baseUrl: server.url,
    clock: {
      now: () => 0,
      after: () => {
        queueMicrotask(() => controller.abort())
        return () => undefined
      },
    },
  })
  await expect(client.getGallery(gallery.id, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED' })
  expect(server.seen).toHaveLength(1)
})

test('asks for a base URL where the address is relative and there is no page', async () => {
  await expect(createGalleristClient().getMe()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('says nothing secret when a request fails', async () => {
  const { client } = await connect(inTurn('cut'))
  const signed = client.withOptions({ auth: () => 'TOKEN-SECRET', retry: false })
  const error: unknown = await signed.listMedia({ cursor: 'CURSOR-SECRET' }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'NetworkError', cause: { code: 'ECONNRESET' } })
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null
  const told = [error, cause].map((part) => JSON.stringify(part, Object.getOwnPropertyNames(part))).join('')
  expect(told).toContain('/api/media')
  expect(told).not.toMatch(/SECRET/)
})

test('derives a client and leaves the first one alone', async () => {
  const { client, server } = await connect(() => ({ json: gallery }))
  const derived = client.withOptions({ auth: () => 'later' })
  await client.getGallery(gallery.id)
  await derived.getGallery(gallery.id)
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer later'])
  expect(Object.isFrozen(client)).toBe(true)
})

test('calls any row of the table, typed', async () => {
  const users = { items: [{ id: 'ada', name: 'Ada', role: 'editor' }] }
  const { client, server } = await connect(() => ({ json: users }))
  await expect(client.request(endpoints.listDemoUsers)).resolves.toEqual(users)
  expect(server.seen[0]?.url).toBe('/api/demo/users')
  expectTypeOf(client.request(endpoints.getGallery, { params: { galleryId: 'x' } }).catch(() => gallery)).toEqualTypeOf<
    Promise<Gallery>
  >()
  // @ts-expect-error -- a save without the version it was made against is no save
  await expect(client.request(endpoints.saveGallery, { params: { galleryId: 'x' }, body: {} })).rejects.toThrow('sent')
  // @ts-expect-error -- this row has parameters
  await expect(client.request(endpoints.getGallery)).rejects.toThrow('sent')
})

test('lists a page when awaited and everything when iterated', async () => {
  const { client, server } = await connect(({ url }) => {
    const cursor = new URL(url, 'http://x').searchParams.get('cursor')
    const items = [{ ...gallery, itemCount: 0, cover: null, title: cursor ?? 'first' }]
    return { json: { items, nextCursor: cursor === null ? 'a&b' : null } }
  })
  await expect(client.listGalleries({ limit: 1 })).resolves.toMatchObject({ nextCursor: 'a&b' })
  const titles: string[] = []
  for await (const { title } of client.galleries.list({ limit: 1 })) titles.push(title)
  expect(titles).toEqual(['first', 'a&b'])
  expect(server.seen.map(({ url }) => url)).toEqual([
    '/api/galleries?limit=1',
    '/api/galleries?limit=1',
    '/api/galleries?limit=1&cursor=a%26b',
  ])
})

test('gives the media of a gallery in order and leaves out what is not ours', async () => {
  const { client } = await connect(() => ({ json: gallery }))
  const media = await client.getMediaGallery(gallery.id)
  expect(media.map(({ id }) => id)).toEqual([idOf(1)])
})

test('deletes with detach only where that was asked for', async () => {
  const { client, server } = await connect(() => ({ json: sampleReceipt() }))
  await client.deleteMedia(idOf(1))
  await client.deleteMedia(idOf(1), { detach: true })
  expect(server.seen.map(({ url }) => url)).toEqual([`/api/media/${idOf(1)}`, `/api/media/${idOf(1)}?detach=true`])
})

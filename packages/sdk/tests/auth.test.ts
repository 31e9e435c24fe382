import { expect, onTestFinished, test } from 'vitest'
import { createGalleristClient } from '../src/index.ts'
import { sampleGallery } from './samples.ts'
import { problem, startServer } from './start-server.ts'

const gallery = sampleGallery()
const refused = problem(401, 'UNAUTHENTICATED')

/** A server that takes one token only. */
const startFor = (token: string) =>
  startServer(({ headers }) => (headers.authorization === `Bearer ${token}` ? { json: gallery } : refused))

test('asks for the token before each attempt', async () => {
  const server = await startServer((_, index) => (index === 0 ? { status: 500 } : { json: gallery }))
  let number = 0
  const auth = () => `t${(number += 1)}`
  const client = createGalleristClient({ baseUrl: server.url, auth, retry: { baseDelayMs: 1 } })
  await client.getGallery(gallery.id)
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
})

test('refreshes once for many requests that are refused together', async () => {
  const server = await startFor('new')
  let current = 'old'
  const asked: boolean[] = []
  const client = createGalleristClient({
    baseUrl: server.url,
    auth: async ({ refresh }) => {
      asked.push(refresh)
      if (refresh) current = 'new'
      return current
    },
  })
  const galleries = await Promise.all(Array.from({ length: 5 }, () => client.getGallery(gallery.id)))
  expect(galleries).toHaveLength(5)
  expect(asked.filter((refresh) => refresh)).toEqual([true])
})

test('refreshes at most once per request', async () => {
  const server = await startFor('never')
  let number = 0
  const client = createGalleristClient({ baseUrl: server.url, auth: () => `t${(number += 1)}` })
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
  expect(server.seen).toHaveLength(2)
  expect(number).toBe(2)
})

test('does not refresh again when a retry of the same request is refused', async () => {
  const server = await startServer((_, index) => (index === 1 ? { status: 503 } : refused))
  const asked: boolean[] = []
  const client = createGalleristClient({
    baseUrl: server.url,
    retry: { baseDelayMs: 1 },
    auth: ({ refresh }) => `t${asked.push(refresh)}`,
  })
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(asked).toEqual([false, true, false])
})

test('keeps the idempotency key when a token is replaced', async () => {
  const server = await startServer(({ headers }) =>
    headers.authorization === 'Bearer new' ? { status: 201, json: gallery } : refused,
  )
  const client = createGalleristClient({ baseUrl: server.url, auth: ({ refresh }) => (refresh ? 'new' : 'old') })
  await client.createGallery({ title: 'Trip' })
  const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
  expect(keys[1]).toBe(keys[0])
})

test('does not ask again with a token that has just been refused', async () => {
  const server = await startFor('other')
  const client = createGalleristClient({ baseUrl: server.url, auth: () => 'same' })
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(server.seen).toHaveLength(1)
})

test('calls as nobody where the auth function gives null', async () => {
  const server = await startServer(() => ({ json: gallery }))
  await createGalleristClient({ baseUrl: server.url, auth: () => null }).getGallery(gallery.id)
  expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
})

test('sends nothing where the auth function fails', async () => {
  const server = await startServer(() => ({ json: gallery }))
  const client = createGalleristClient({
    baseUrl: server.url,
    auth: () => Promise.reject(new Error('signed out')),
  })
  await expect(client.getGallery(gallery.id)).rejects.toMatchObject({ name: 'CredentialsError', status: null })
  expect(server.seen).toEqual([])
})

test('is aborted while the auth function takes its time', async () => {
  const controller = new AbortController()
  const client = createGalleristClient({
    baseUrl: 'http://127.0.0.1:9',
    auth: () => {
      queueMicrotask(() => controller.abort())
      return new Promise(() => undefined)
    },
  })
  await expect(client.getGallery(gallery.id, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED' })
})

test('shares a refresh with the clients derived from it', async () => {
  const server = await startFor('new')
  let refreshes = 0
  const auth = async ({ refresh }: { refresh: boolean }) => {
    if (refresh) refreshes += 1
    return refreshes > 0 ? 'new' : 'old'
  }
  const client = createGalleristClient({ baseUrl: server.url, auth })
  const derived = client.withOptions({ timeoutMs: 5_000 })
  await Promise.all([client.getGallery(gallery.id), derived.getGallery(gallery.id)])
  expect(refreshes).toBe(1)
})

test('lets no refresh that nobody waits for any more end as an unhandled rejection', async () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  onTestFinished(() => void process.off('unhandledRejection', note))
  const controller = new AbortController()
  const client = createGalleristClient({
    baseUrl: 'https://api.example',
    auth: async ({ refresh }) => {
      if (refresh) throw new Error('signed out')
      return 'old'
    },
    transport: async () => {
      controller.abort()
      return { status: 401, headers: {}, body: '{}' }
    },
  })
  await expect(client.getMe({ signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED' })
  await new Promise((resolve) => {
    setTimeout(resolve, 20)
  })
  expect(unhandled).toEqual([])
})

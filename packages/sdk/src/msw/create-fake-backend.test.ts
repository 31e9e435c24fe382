import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFakeBackend } from './create-fake-backend.ts'

const server = setupServer()
beforeAll(() => server.listen())
beforeEach(() => server.resetHandlers())
afterAll(() => server.close())

test('answers under its own base URL, side by side with another', async () => {
  const one = createFakeBackend({ baseUrl: 'http://localhost:6006/mock-api/one--story', currentUser: 'alice' })
  const other = createFakeBackend({ baseUrl: 'http://localhost:6006/mock-api/other--story', currentUser: 'bob' })
  server.use(...one.handlers, ...other.handlers)
  const names = await Promise.all([one, other].map(async ({ baseUrl }) => (await fetch(`${baseUrl}/api/me`)).json()))
  expect(names).toMatchObject([{ id: 'alice' }, { id: 'bob' }])
})

test('shows seeded galleries with pictures that can be fetched', async () => {
  const backend = createFakeBackend({ baseUrl: 'http://fake.test', currentUser: 'alice' })
  server.use(...backend.handlers)
  const { id } = backend.seedGallery({ items: [{ caption: 'One' }, { url: 'https://elsewhere.example/b.jpg' }] })
  const gallery = await (await fetch(`http://fake.test/api/galleries/${id}`)).json()
  expect(gallery).toMatchObject({ version: 1, items: [{ kind: 'media', caption: 'One' }, { kind: 'external' }] })
  const picture = await fetch(gallery.items[0].media.urls.thumbnails[0].url)
  expect(picture.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(await picture.text()).toContain('<svg')
})

test('says what to do with a relative base URL where there is no page', () => {
  expect(() => createFakeBackend({ baseUrl: '/mock-api' })).toThrow('Pass an absolute one')
})

test('a removed picture is gone from the bucket when its grace is over, not before', async () => {
  let nowMs = 0
  const backend = createFakeBackend({
    baseUrl: 'http://fake.test',
    currentUser: 'alice',
    graceMs: 10,
    now: () => nowMs,
  })
  server.use(...backend.handlers)
  const { id } = backend.seedGallery({ items: 1 })
  await fetch(`http://fake.test/api/galleries/${id}`, {
    method: 'PUT',
    headers: { 'If-Match': '"1"', 'Content-Type': 'application/json' },
    body: '{"items":[]}',
  })
  nowMs = 9
  expect(backend.objectKeys()).toHaveLength(3)
  nowMs = 10
  expect(backend.objectKeys()).toEqual([])
})

test('takes options that are undefined for those that are absent', () => {
  const none = undefined
  const backend = createFakeBackend({ baseUrl: 'http://fake.example', publicUrl: none, graceMs: none, now: none })
  const gallery = backend.seedGallery({ id: none, title: none, items: [{ alt: none, fileName: none }] })
  expect(gallery).toMatchObject({ userId: 'alice', title: 'Weekend in the old town' })
  expect(backend.addMedia({ userId: none, attachTo: none, altText: none }).attachment).toBeNull()
})

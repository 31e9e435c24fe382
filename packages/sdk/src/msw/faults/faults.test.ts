import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  completedUploadSchema,
  gallerySchema,
  receiptSchema,
  savedGallerySchema,
  uploadTicketSchema,
  type CompletedUpload,
} from '../../contract/index.ts'
import { createFakeBackend, type FakeBackend } from '../create-fake-backend.ts'

const server = setupServer()
const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 8, 0, 0, 0, 6]
const baseUrl = 'http://faults.test'
let nowMs = 0
let backend: FakeBackend

beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => {
  nowMs = Date.parse('2026-01-01T00:00:00Z')
  backend = createFakeBackend({ baseUrl, currentUser: 'alice', graceMs: 1_000, now: () => nowMs })
  server.resetHandlers(...backend.handlers)
})

function send(method: string, path: string, { body, ifMatch }: { body?: unknown; ifMatch?: number } = {}) {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (ifMatch !== undefined) headers.set('If-Match', `"${ifMatch}"`)
  return fetch(`${baseUrl}${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) })
}

async function sendToBucket(): Promise<Response> {
  const body = { fileName: 'a.png', mime: 'image/png', sizeBytes: 100 }
  const ticket = uploadTicketSchema.parse(await (await send('POST', '/api/uploads', { body })).json())
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append('file', new File(['bytes'], 'a.png'))
  return fetch(ticket.url, { method: 'POST', body: form })
}

async function stagePng(): Promise<CompletedUpload> {
  const form = new FormData()
  form.append('staged', 'true')
  form.append('file', new File([new Uint8Array(png)], 'a.png'))
  const response = await fetch(`${baseUrl}/api/media`, { method: 'POST', body: form })
  return completedUploadSchema.parse(await response.json())
}

test('ticket-expired: the bucket answers 403 once', async () => {
  backend.faults.add({ kind: 'ticket-expired' })
  expect((await sendToBucket()).status).toBe(403)
  expect((await sendToBucket()).status).toBe(204)
})

test('bucket-connection-lost: nothing is answered and nothing stored', async () => {
  backend.faults.add({ kind: 'bucket-connection-lost' })
  await expect(sendToBucket()).rejects.toThrow(TypeError)
  expect(backend.objectKeys()).toEqual([])
})

test('answer-lost: the save is committed, but nobody hears of it', async () => {
  const { id } = backend.seedGallery({ items: 1 })
  backend.faults.add({ kind: 'answer-lost', endpoint: 'saveGallery' })
  await expect(send('PUT', `/api/galleries/${id}`, { body: { items: [] }, ifMatch: 1 })).rejects.toThrow(TypeError)
  expect(backend.readGallery(id)).toMatchObject({ version: 2, items: [] })
})

test('conflict-on-save: somebody else edits first', async () => {
  const { id } = backend.seedGallery({ items: 2 })
  backend.faults.add({ kind: 'conflict-on-save', edit: ({ items }) => ({ items: items.slice(1) }) })
  const response = await send('PUT', `/api/galleries/${id}`, { body: { items: [] }, ifMatch: 1 })
  expect(response.status).toBe(412)
  expect(backend.readGallery(id)).toMatchObject({ version: 2, items: [{ kind: 'media' }] })
})

test('conflict-on-save: edits the first caption unless told otherwise', async () => {
  const { id } = backend.seedGallery({ items: 1 })
  backend.faults.add({ kind: 'conflict-on-save' })
  await send('PUT', `/api/galleries/${id}`, { body: { items: [] }, ifMatch: 1 })
  expect(backend.readGallery(id).items[0]?.caption).toBe('By somebody else')
})

test('slow: the answer takes its time', async () => {
  backend.faults.add({ kind: 'slow', endpoint: 'getMe', delayMs: 60 })
  const startMs = performance.now()
  await send('GET', '/api/me')
  expect(performance.now() - startMs).toBeGreaterThan(50)
})

test('refused: the endpoint answers the code as often as told, and does nothing', async () => {
  const { id } = backend.seedGallery()
  backend.faults.add({ kind: 'refused', endpoint: 'saveGallery', code: 'RATE_LIMITED', times: 2 })
  const save = () => send('PUT', `/api/galleries/${id}`, { body: { items: [] }, ifMatch: 1 })
  const [one, two] = [await save(), await save()]
  expect([one.status, two.status, one.headers.get('Retry-After')]).toEqual([429, 429, '1'])
  expect(backend.readGallery(id).version).toBe(1)
  expect((await save()).status).toBe(200)
})

test('purge-failing: the receipt says failing, then deleted', async () => {
  const { id } = backend.seedGallery({ items: 1 })
  backend.faults.add({ kind: 'purge-failing', message: 'AccessDenied' })
  const saved = await send('PUT', `/api/galleries/${id}`, { body: { items: [] }, ifMatch: 1 })
  const { receipt } = savedGallerySchema.parse(await saved.json())
  const readFile = async () => {
    const response = await send('GET', `/api/deletions/${receipt.id}`)
    return receiptSchema.parse(await response.json()).files[0]
  }
  nowMs += 1_000
  expect(await readFile()).toMatchObject({ outcome: 'failing', failure: { message: 'AccessDenied', attempts: 1 } })
  expect(backend.objectKeys()).not.toEqual([])
  nowMs += 1_000
  expect(await readFile()).toMatchObject({ outcome: 'deleted', failure: null })
  expect(backend.objectKeys()).toEqual([])
})

test('lease-ran-out: the upload is gone when the next save names it', async () => {
  const gallery = backend.seedGallery({ items: 1 })
  const [item] = gallery.items
  const { uploadId } = await stagePng()
  backend.faults.add({ kind: 'lease-ran-out' })
  const entry = { mediaId: item?.kind === 'media' ? item.media.id : '', replaceWith: uploadId }
  const response = await send('PUT', `/api/galleries/${gallery.id}`, { body: { items: [entry] }, ifMatch: 1 })
  expect(await response.json()).toMatchObject({ code: 'UPLOAD_EXPIRED', details: { uploadIds: [uploadId] } })
})

test('is taken away again, or with all others', async () => {
  const remove = backend.faults.add({ kind: 'refused', endpoint: 'getMe', code: 'INTERNAL' })
  backend.faults.add({ kind: 'refused', endpoint: 'listMedia', code: 'INTERNAL', times: Infinity })
  remove()
  expect(backend.faults.pending()).toHaveLength(1)
  expect((await send('GET', '/api/me')).status).toBe(200)
  backend.faults.clear()
  expect((await send('GET', '/api/media')).status).toBe(200)
})

test('is of one backend only', async () => {
  const other = createFakeBackend({ baseUrl: 'http://other.test', currentUser: 'bob' })
  server.use(...other.handlers)
  backend.faults.add({ kind: 'refused', endpoint: 'createGallery', code: 'INTERNAL' })
  const response = await fetch('http://other.test/api/galleries', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"title":"Unharmed"}',
  })
  expect(gallerySchema.parse(await response.json()).userId).toBe('bob')
})

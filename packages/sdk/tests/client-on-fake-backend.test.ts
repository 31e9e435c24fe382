import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  createGalleristClient,
  createUploadQueue,
  endpoints,
  isGalleristError,
  readErrorDetails,
} from '../src/index.ts'
import { createFakeBackend } from '../src/msw/index.ts'
import { makePng } from './contract-suite/pictures.ts'
import { createInstantClock } from './test-clocks.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

async function makeFile(): Promise<File> {
  const { bytes, fileName } = await makePng()
  return new File([bytes], fileName)
}

/** The client as an application has it, signed in on a backend of its own. */
function connect({ graceMs = 60_000 } = {}) {
  const backend = createFakeBackend({ baseUrl: 'http://gallerist.test', graceMs })
  server.use(...backend.handlers)
  onTestFinished(() => server.resetHandlers())
  const client = createGalleristClient({
    baseUrl: backend.baseUrl,
    auth: () => backend.tokenFor('alice'),
    clock: createInstantClock(),
  })
  return { backend, client }
}

test('uploads, saves, removes and brings back', async () => {
  const { backend, client } = connect()
  const { id } = await client.createGallery({ title: 'Trip' })
  const upload = await client.uploadMedia(await makeFile(), { staged: true })
  const added = await client.saveGallery(id, { baseVersion: 1, items: [{ mediaId: upload.media.id, caption: 'Sea' }] })
  expect((await client.getMediaGallery(id)).map((media) => media.id)).toEqual([upload.media.id])
  const keys = backend.objectKeys()

  const plan = await client.planGallerySave(id, { baseVersion: added.gallery.version, items: [] })
  expect(plan.deleteCount).toBe(1)
  const removed = await client.saveGallery(id, { baseVersion: added.gallery.version, items: [] })
  expect(removed.receipt.files.map(({ outcome }) => outcome)).toEqual(['scheduled'])
  expect(backend.objectKeys()).toEqual(keys)

  const { gallery } = await client.undoDeletion(removed.receipt.id)
  expect(gallery?.items).toEqual(added.gallery.items)
})

test('replaces the bytes of a media under the same id, with another address', async () => {
  const { client } = connect()
  const { media } = await client.uploadMedia(await makeFile())
  const updated = await client.updateMedia(media.id, { altText: 'The sea', file: await makeFile() })
  expect(updated.media).toMatchObject({ id: media.id, altText: 'The sea' })
  expect(updated.media.urls.original).not.toBe(media.urls.original)
  expect(updated.receipt?.action).toBe('media-replaced')
})

test('uploads after all where the ticket ran out and the connection was lost', async () => {
  const { backend, client } = connect()
  backend.faults.add({ kind: 'ticket-expired' })
  backend.faults.add({ kind: 'bucket-connection-lost' })
  const { media } = await client.uploadMedia(await makeFile())
  await expect(client.getMedia(media.id)).resolves.toEqual(media)
})

test.for(['createUpload', 'completeUpload'] as const)(
  'uploads one media where the answer of %s was lost',
  async (endpoint) => {
    const { backend, client } = connect()
    backend.faults.add({ kind: 'answer-lost', endpoint })
    const { media } = await client.uploadMedia(await makeFile())
    expect((await client.listMedia()).items).toEqual([media])
  },
)

test('saves once where the answer was lost', async () => {
  const { backend, client } = connect()
  const gallery = backend.seedGallery({ items: 2 })
  backend.faults.add({ kind: 'answer-lost', endpoint: 'saveGallery' })
  const saved = await client.saveGallery(gallery.id, { baseVersion: gallery.version, title: 'Once' })
  expect(saved.gallery).toMatchObject({ title: 'Once', version: gallery.version + 1 })
})

test('tells who was faster, with the gallery as it is now', async () => {
  const { backend, client } = connect()
  const gallery = backend.seedGallery({ items: 2 })
  backend.faults.add({ kind: 'conflict-on-save' })
  const error: unknown = await client
    .saveGallery(gallery.id, { baseVersion: gallery.version, items: [] })
    .catch((thrown: unknown) => thrown)
  expect(isGalleristError(error, 'GALLERY_CHANGED') && readErrorDetails('GALLERY_CHANGED', error)?.gallery).toEqual(
    backend.readGallery(gallery.id),
  )
})

test('sends a file as a form where the bucket is out of reach', async () => {
  const { client } = connect()
  const { media } = await client.request(endpoints.uploadMediaForm, {
    body: { title: '42', attachTo: { contentType: 'cities.city', objectId: '42' } },
    file: await makeFile(),
  })
  expect(media.title).toBe('42')
  const attached = await client.getMediaForObject({ contentType: 'cities.city', objectId: '42' })
  expect(attached.items).toEqual([media])
})

test('queues files, one of which is no picture, and loses none', async () => {
  const { client } = connect()
  const queue = createUploadQueue({ client, concurrency: 2 })
  const files = [await makeFile(), new File(['text'], 'notes.png'), await makeFile()]
  const keys = files.map((file) => queue.add(file))
  const states = await Promise.all(keys.map((key) => queue.settled(key)))
  expect(states.map((state) => state?.phase)).toEqual(['done', 'failed', 'done'])
  expect(states[1]).toMatchObject({ file: files[1], error: { code: 'FILE_TYPE_UNSUPPORTED' } })
})

test('iterates over all media, page after page', async () => {
  const { backend, client } = connect()
  const added = Array.from({ length: 5 }, () => backend.addMedia({}).id)
  const listed: string[] = []
  for await (const { id } of client.listMedia({ limit: 2 })) listed.push(id)
  expect(listed.toSorted()).toEqual(added.toSorted())
})

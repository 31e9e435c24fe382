import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { createGalleristClient, type Gallery } from '../src/index.ts'
import {
  deletionMutations,
  deletionQueries,
  galleristKeys,
  galleryMutations,
  galleryQueries,
  mediaMutations,
  mediaQueries,
} from '../src/react/index.ts'
import { idOf, sampleGallery, sampleMedia, samplePng, sampleReceipt, sampleTicket, sampleUpload } from './samples.ts'
import { problem, startServer, type Reply, type SeenRequest } from './start-server.ts'

const { items: _, ...summary } = sampleGallery()
const listPage = { items: [{ ...summary, itemCount: 2, cover: null }], nextCursor: null }
const galleryId = idOf(100)
const galleryPath = `/api/galleries/${galleryId}`

/** What the server answers to `METHOD /path`, without the query. */
type Answers = Record<string, (request: SeenRequest) => Reply | Promise<Reply>>

async function connect(answers: Answers) {
  const server = await startServer(async (request) => {
    const route = `${request.method} ${request.url.split('?', 1)[0]}`
    return (await answers[route]?.(request)) ?? problem(404, 'ROUTE_NOT_FOUND')
  })
  const client = createGalleristClient({ baseUrl: server.url, retry: false })
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  const count = (route: string) =>
    server.seen.filter(({ method, url }) => `${method} ${url.split('?', 1)[0]}` === route).length
  return { server, client, queryClient, count }
}

interface Observed {
  subscribe(listener: (result: { readonly fetchStatus: string }) => void): () => void
}

/** Watches a query for the rest of the test, as a mounted component does; resolves once it has fetched. */
function watch(observer: Observed): Promise<void> {
  return new Promise((resolve) => {
    const stop = observer.subscribe(({ fetchStatus }) => {
      if (fetchStatus === 'idle') resolve()
    })
    onTestFinished(stop)
  })
}

function createGate() {
  const gate = new AbortController()
  const opened = new Promise<void>((resolve) => {
    gate.signal.addEventListener('abort', () => resolve())
  })
  return { opened, open: () => gate.abort() }
}

const client = createGalleristClient()
const attachment = { contentType: 'cities.city', objectId: '42' }

test.for([
  galleryQueries.list(client),
  galleryQueries.detail(client, galleryId),
  mediaQueries.list(client),
  mediaQueries.detail(client, idOf(1)),
  mediaQueries.forObject(client, attachment),
  deletionQueries.detail(client, idOf(200)),
])('leaves retries to the client: %$', (options) => {
  expect(options.retry).toBe(false)
})

test('fetches what each factory names', async () => {
  const page = { items: [sampleMedia()], nextCursor: null }
  const { client: connected, queryClient } = await connect({
    'GET /api/galleries': () => ({ json: listPage }),
    [`GET ${galleryPath}`]: () => ({ json: sampleGallery() }),
    'GET /api/media': () => ({ json: page }),
    [`GET /api/media/${idOf(1)}`]: () => ({ json: sampleMedia() }),
    'GET /api/objects/cities.city/42/media': () => ({ json: page }),
    [`GET /api/deletions/${idOf(200)}`]: () => ({ json: sampleReceipt() }),
  })
  await expect(queryClient.fetchQuery(galleryQueries.list(connected))).resolves.toEqual(listPage)
  await expect(queryClient.fetchQuery(galleryQueries.detail(connected, galleryId))).resolves.toEqual(sampleGallery())
  await expect(queryClient.fetchQuery(mediaQueries.list(connected, { limit: 5 }))).resolves.toEqual(page)
  await expect(queryClient.fetchQuery(mediaQueries.detail(connected, idOf(1)))).resolves.toEqual(sampleMedia())
  await expect(queryClient.fetchQuery(mediaQueries.forObject(connected, attachment))).resolves.toEqual(page)
  await expect(queryClient.fetchQuery(deletionQueries.detail(connected, idOf(200)))).resolves.toEqual(sampleReceipt())
})

test('aborts a fetch that nobody wants any more', async () => {
  const asked = createGate()
  const { client: connected, queryClient } = await connect({
    [`GET ${galleryPath}`]: () => {
      asked.open()
      return 'hang'
    },
  })
  const fetched = queryClient.fetchQuery(galleryQueries.detail(connected, galleryId))
  await asked.opened
  await queryClient.cancelQueries({ queryKey: galleristKeys.all() })
  await expect(fetched).rejects.toThrow()
})

test('writes a saved gallery and its receipt into the cache, and is pending until the rest is fresh', async () => {
  const saved = sampleGallery({ version: 4, title: 'Saved' })
  const {
    client: connected,
    queryClient,
    count,
  } = await connect({
    'GET /api/galleries': () => ({ json: listPage }),
    [`GET ${galleryPath}`]: () => ({ json: sampleGallery() }),
    [`PUT ${galleryPath}`]: () => ({ json: { gallery: saved, receipt: sampleReceipt() } }),
  })
  await watch(new QueryObserver(queryClient, galleryQueries.list(connected)))
  await watch(new QueryObserver(queryClient, galleryQueries.detail(connected, galleryId)))
  const save = new MutationObserver(queryClient, galleryMutations.save(connected, queryClient, galleryId))
  await save.mutate({ baseVersion: 3, title: 'Saved' })
  expect(queryClient.getQueryData(galleristKeys.gallery(galleryId))).toEqual(saved)
  expect(queryClient.getQueryData(galleristKeys.deletion(idOf(200)))).toEqual(sampleReceipt())
  expect([count('GET /api/galleries'), count(`GET ${galleryPath}`)]).toEqual([2, 1])
})

test('lets no slow fetch of an older version cover a save', async () => {
  const asked = createGate()
  const answered = createGate()
  const { client: connected, queryClient } = await connect({
    [`GET ${galleryPath}`]: async () => {
      asked.open()
      await answered.opened
      return { json: sampleGallery({ version: 3 }) }
    },
    [`PUT ${galleryPath}`]: () => ({
      json: { gallery: sampleGallery({ version: 4 }), receipt: sampleReceipt() },
    }),
  })
  const late = queryClient.fetchQuery(galleryQueries.detail(connected, galleryId))
  await asked.opened
  const save = new MutationObserver(queryClient, galleryMutations.save(connected, queryClient, galleryId))
  await save.mutate({ baseVersion: 3, items: [] })
  answered.open()
  await late
  expect(queryClient.getQueryData<Gallery>(galleristKeys.gallery(galleryId))?.version).toBe(4)
})

test('lets no slow answer of a save cover a newer gallery', async () => {
  const { client: connected, queryClient } = await connect({
    [`PUT ${galleryPath}`]: () => ({ json: { gallery: sampleGallery({ version: 4 }), receipt: sampleReceipt() } }),
  })
  queryClient.setQueryData(galleristKeys.gallery(galleryId), sampleGallery({ version: 7 }))
  const save = new MutationObserver(queryClient, galleryMutations.save(connected, queryClient, galleryId))
  await save.mutate({ baseVersion: 3 })
  expect(queryClient.getQueryData<Gallery>(galleristKeys.gallery(galleryId))?.version).toBe(7)
})

test('runs the saves of one gallery one after the other', async () => {
  const first = createGate()
  const asked = createGate()
  const {
    client: connected,
    queryClient,
    server,
  } = await connect({
    [`PUT ${galleryPath}`]: async ({ headers }) => {
      asked.open()
      if (headers['if-match'] === '"3"') await first.opened
      return { json: { gallery: sampleGallery({ version: 5 }), receipt: sampleReceipt() } }
    },
  })
  const save = (baseVersion: number) =>
    new MutationObserver(queryClient, galleryMutations.save(connected, queryClient, galleryId)).mutate({ baseVersion })
  const both = [save(3), save(4)]
  await asked.opened
  await new Promise((resolve) => {
    setTimeout(resolve, 50)
  })
  expect(server.seen.map(({ headers }) => headers['if-match'])).toEqual(['"3"'])
  first.open()
  await Promise.all(both)
  expect(server.seen.map(({ headers }) => headers['if-match'])).toEqual(['"3"', '"4"'])
})

test('puts the current gallery of a conflict into the cache', async () => {
  const current = sampleGallery({ version: 9, title: 'Theirs' })
  const { client: connected, queryClient } = await connect({
    [`PUT ${galleryPath}`]: () => problem(412, 'GALLERY_CHANGED', { gallery: current }),
  })
  queryClient.setQueryData(galleristKeys.gallery(galleryId), sampleGallery())
  const save = new MutationObserver(queryClient, galleryMutations.save(connected, queryClient, galleryId))
  await expect(save.mutate({ baseVersion: 3 })).rejects.toMatchObject({ code: 'GALLERY_CHANGED' })
  expect(queryClient.getQueryData(galleristKeys.gallery(galleryId))).toEqual(current)
})

test('knows a created gallery at once, and drops a deleted one', async () => {
  const {
    client: connected,
    queryClient,
    count,
  } = await connect({
    'GET /api/galleries': () => ({ json: listPage }),
    'POST /api/galleries': () => ({ status: 201, json: sampleGallery({ version: 1 }) }),
    [`DELETE ${galleryPath}`]: () => ({ json: sampleReceipt({ action: 'gallery-deleted' }) }),
  })
  await watch(new QueryObserver(queryClient, galleryQueries.list(connected)))
  await new MutationObserver(queryClient, galleryMutations.create(connected, queryClient)).mutate({ title: 'Trip' })
  expect(queryClient.getQueryData(galleristKeys.gallery(galleryId))).toMatchObject({ version: 1 })
  await new MutationObserver(queryClient, galleryMutations.delete(connected, queryClient)).mutate({ galleryId })
  expect(queryClient.getQueryData(galleristKeys.gallery(galleryId))).toBeUndefined()
  expect(queryClient.getQueryData(galleristKeys.deletion(idOf(200)))).toMatchObject({ action: 'gallery-deleted' })
  expect(count('GET /api/galleries')).toBe(3)
})

test('writes a changed media and has the galleries that show it fetched anew', async () => {
  const changed = { ...sampleMedia(), title: 'Sea' }
  const {
    client: connected,
    queryClient,
    count,
  } = await connect({
    [`GET ${galleryPath}`]: () => ({ json: sampleGallery() }),
    [`PATCH /api/media/${idOf(1)}`]: () => ({ json: changed }),
  })
  await watch(new QueryObserver(queryClient, galleryQueries.detail(connected, galleryId)))
  const update = new MutationObserver(queryClient, mediaMutations.update(connected, queryClient))
  await update.mutate({ mediaId: idOf(1), title: 'Sea' })
  expect(queryClient.getQueryData(galleristKeys.mediaDetail(idOf(1)))).toEqual(changed)
  expect(count(`GET ${galleryPath}`)).toBe(2)
})

test('lets no slow fetch of a media cover what it was changed to', async () => {
  const asked = createGate()
  const answered = createGate()
  const changed = { ...sampleMedia(), title: 'Sea' }
  let current = sampleMedia()
  const { client: connected, queryClient } = await connect({
    [`GET /api/media/${idOf(1)}`]: async () => {
      const json = current
      asked.open()
      if (json.title === null) await answered.opened
      return { json }
    },
    [`PATCH /api/media/${idOf(1)}`]: () => {
      current = changed
      return { json: changed }
    },
  })
  const watched = watch(new QueryObserver(queryClient, mediaQueries.detail(connected, idOf(1))))
  await asked.opened
  const update = new MutationObserver(queryClient, mediaMutations.update(connected, queryClient))
  await update.mutate({ mediaId: idOf(1), title: 'Sea' })
  answered.open()
  await watched
  expect(queryClient.getQueryData(galleristKeys.mediaDetail(idOf(1)))).toEqual(changed)
})

test('uploads into the cache and deletes out of it', async () => {
  const {
    client: connected,
    queryClient,
    count,
    server,
  } = await connect({
    'GET /api/media': () => ({ json: { items: [], nextCursor: null } }),
    'POST /api/uploads': () => ({ status: 201, json: sampleTicket(`${server.url}/bucket`) }),
    'POST /bucket': () => ({ status: 204, text: '' }),
    [`POST /api/uploads/${idOf(300)}/complete`]: () => ({ json: sampleUpload(300, null) }),
    [`DELETE /api/media/${idOf(1)}`]: () => ({ json: sampleReceipt({ action: 'media-deleted' }) }),
  })
  await watch(new QueryObserver(queryClient, mediaQueries.list(connected)))
  await new MutationObserver(queryClient, mediaMutations.upload(connected, queryClient)).mutate({ file: samplePng() })
  expect(queryClient.getQueryData(galleristKeys.mediaDetail(idOf(1)))).toEqual(sampleMedia(1))
  await new MutationObserver(queryClient, mediaMutations.delete(connected, queryClient)).mutate({ mediaId: idOf(1) })
  expect(queryClient.getQueryData(galleristKeys.mediaDetail(idOf(1)))).toBeUndefined()
  expect(count('GET /api/media')).toBe(3)
})

test('brings back what an undo brought back', async () => {
  const undone = {
    receipt: sampleReceipt({ id: sampleReceipt().id }),
    gallery: sampleGallery({ version: 6 }),
    media: [sampleMedia()],
  }
  const {
    client: connected,
    queryClient,
    count,
  } = await connect({
    'GET /api/galleries': () => ({ json: listPage }),
    [`POST /api/deletions/${idOf(200)}/undo`]: () => ({ json: undone }),
  })
  await watch(new QueryObserver(queryClient, galleryQueries.list(connected)))
  queryClient.setQueryData(galleristKeys.gallery(galleryId), sampleGallery({ version: 5 }))
  const undo = new MutationObserver(queryClient, deletionMutations.undo(connected, queryClient))
  await undo.mutate({ deletionId: idOf(200) })
  expect(queryClient.getQueryData(galleristKeys.gallery(galleryId))).toMatchObject({ version: 6 })
  expect(queryClient.getQueryData(galleristKeys.mediaDetail(idOf(1)))).toEqual(sampleMedia())
  expect(count('GET /api/galleries')).toBe(2)
})

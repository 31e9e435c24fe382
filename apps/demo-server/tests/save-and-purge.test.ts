import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readReceipt } from '../src/domain/receipts.ts'
import type { CompletedUpload, Gallery } from '@gallerist/sdk/contract'
import { sweepAll } from '../src/domain/sweep.ts'
import type { ObjectStorage } from '../src/storage/object-storage.ts'
import { planGallerySave } from '../src/domain/save-gallery.ts'
import { ada, ben, keysOf, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'
import { isRealStore } from './fixture/start-bucket.ts'

/** Needs a store that can be told to fail, or that counts its calls. */
const onOurStore = test.skipIf(isRealStore)

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle()
})
afterEach(() => app.store.heal())
afterAll(() => app.stop())

const entry = ({ media }: CompletedUpload) => ({ mediaId: media.id })
const keysIn = (uploads: CompletedUpload[]) => uploads.flatMap(({ media }) => keysOf(media)).toSorted()
const names = (gallery: Gallery) =>
  gallery.items.map((item) => (item.kind === 'media' ? item.media.fileName.replace('.png', '') : item.url)).join(' ')

/** A saved gallery of pictures a, b, c. */
async function start() {
  const [a, b, c] = await Promise.all([app.upload('a'), app.upload('b'), app.upload('c')])
  const { gallery } = await app.save(await app.gallery(), [entry(a), entry(b), entry(c)])
  await app.sweep()
  return { a, b, c, gallery, keys: await app.listKeys() }
}

async function goneSince(before: string[]): Promise<string[]> {
  await app.sweep()
  const after = new Set(await app.listKeys())
  return before.filter((key) => !after.has(key)).toSorted()
}

test('deletes exactly the removed original and its thumbnails, not before the save', async () => {
  const { a, b, c, gallery, keys } = await start()
  expect(await goneSince(keys)).toEqual([])
  const saved = await app.save(gallery, [entry(c), entry(a)])
  expect(names(saved.gallery)).toBe('c a')
  expect(saved.gallery.version).toBe(gallery.version + 1)
  expect(saved.receipt.files).toMatchObject([{ fileName: 'b.png', outcome: 'scheduled', objectCount: 3 }])
  expect(await goneSince(keys)).toEqual(keysOf(b.media))
  const receipt = await readReceipt(app.deps.database, saved.receipt.id, ada)
  expect(receipt.files).toMatchObject([{ outcome: 'deleted', failure: null }])
  expect(receipt.files[0]?.deletedAt).not.toBeNull()
})

test('resolves legacy strings and {url} entries to the same media, whatever their spelling', async () => {
  const { a, b, c, gallery, keys } = await start()
  const strange = a.media.urls.original.replace('https://cdn', 'http://CDN').replace('?v=1', '?x=1&v=9#top')
  const saved = await app.save(gallery, [strange, { url: c.media.urls.thumbnails[0]?.url ?? '' }])
  expect(names(saved.gallery)).toBe('a c')
  expect(await goneSince(keys)).toEqual(keysOf(b.media))
})

test('keeps foreign URLs as external entries and never deletes for them', async () => {
  const { a, gallery } = await start()
  const foreign = 'https://elsewhere.example/media/x.jpg'
  const saved = await app.save(gallery, [entry(a), foreign])
  expect(names(saved.gallery)).toBe(`a ${foreign}`)
  const removed = await app.save(saved.gallery, [entry(a)])
  expect(removed.receipt.files).toEqual([])
})

test('removes everything for an empty list', async () => {
  const { a, b, c, gallery, keys } = await start()
  await app.save(gallery, [])
  expect(await goneSince(keys)).toEqual(keysIn([a, b, c]))
})

onOurStore('calls storage for nothing, and keeps the version, when nothing changed', async () => {
  const { a, b, c, gallery } = await start()
  const calls = app.store.calls.length
  const saved = await app.save(gallery, [entry(a), entry(b), entry(c)])
  await app.sweep()
  expect(app.store.calls.length).toBe(calls)
  expect(saved.gallery).toEqual(gallery)
  expect(saved.receipt.files).toEqual([])
})

test('keeps a picture that a second gallery still uses, until that one drops it too', async () => {
  const { a, b, c, gallery, keys } = await start()
  const second = await app.save(await app.gallery('Winter'), [entry(b)])
  const first = await app.save(gallery, [entry(a), entry(c)])
  expect(first.receipt.files).toMatchObject([{ outcome: 'kept', usedBy: [{ kind: 'gallery', title: 'Winter' }] }])
  expect(await goneSince(keys)).toEqual([])
  await app.save(second.gallery, [])
  expect(await goneSince(keys)).toEqual(keysOf(b.media))
})

test('replaces the bytes in place: same id, new version, and only the old bytes go', async () => {
  const { a, b, c, gallery, keys } = await start()
  const other = await app.upload('new b')
  const saved = await app.save(gallery, [entry(a), { ...entry(b), replaceWith: other.uploadId, alt: '' }, entry(c)])
  const item = saved.gallery.items[1]
  expect(item).toMatchObject({ kind: 'media', alt: '', media: { id: b.media.id, contentVersion: 2 } })
  expect(saved.receipt.files).toMatchObject([{ reason: 'replaced', outcome: 'scheduled' }])
  expect(await goneSince(keys)).toEqual(keysOf(b.media))
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(other.media)))
})

test('uses an upload for one replacement only', async () => {
  const { a, b, c, gallery } = await start()
  const other = await app.upload('other')
  const items = [{ ...entry(a), replaceWith: other.uploadId }, entry(b), entry(c)]
  const saved = await app.save(gallery, items)
  const again = app.save(saved.gallery, [entry(a), { ...entry(b), replaceWith: other.uploadId }, entry(c)])
  await expect(again).rejects.toMatchObject({ code: 'UPLOAD_ALREADY_USED' })
})

test('refuses a stale save with the current document, and deletes nothing', async () => {
  const { a, b, c, gallery, keys } = await start()
  await app.save(gallery, [entry(c), entry(b), entry(a)])
  const stale = app.save(gallery, [entry(a)])
  await expect(stale).rejects.toMatchObject({
    code: 'GALLERY_CHANGED',
    details: { gallery: { version: gallery.version + 1 } },
  })
  expect(await goneSince(keys)).toEqual([])
})

test('answers the retry of a committed save with its own answer, and does nothing twice', async () => {
  const { a, c, gallery } = await start()
  const first = await app.save(gallery, [entry(a), entry(c)], { key: 'k1' })
  const retry = await app.save(gallery, [entry(a), entry(c)], { key: 'k1' })
  expect(retry).toEqual(first)
  await expect(app.save(gallery, [entry(a)], { key: 'k1' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
})

test('plans exactly what the save then does, and changes nothing itself', async () => {
  const { a, gallery, keys } = await start()
  const request = { user: ada, galleryId: gallery.id, baseVersion: gallery.version, idempotencyKey: null }
  const plan = await planGallerySave(app.deps.database, { ...request, body: { items: [entry(a)] } }, app.deps.rules)
  expect(plan).toMatchObject({ deleteCount: 2, keepCount: 0 })
  expect(await goneSince(keys)).toEqual([])
  const saved = await app.save(gallery, [entry(a)])
  expect(saved.receipt.files.map((file) => file.mediaId)).toEqual(plan.files.map((file) => file.mediaId))
})

test('names what is not yours, what is gone and what is named twice', async () => {
  const { a, b, gallery } = await start()
  const foreign = await app.upload('foreign', { staged: true }, ben)
  await expect(app.save(gallery, [entry(foreign)])).rejects.toMatchObject({
    code: 'MEDIA_UNKNOWN',
    details: { entries: [foreign.media.id] },
  })
  await expect(app.save(gallery, [foreign.media.urls.original])).rejects.toMatchObject({ code: 'MEDIA_UNKNOWN' })
  await expect(app.save(gallery, [entry(a), a.media.urls.original])).rejects.toMatchObject({ code: 'DUPLICATE_ITEM' })
  const { gallery: without } = await app.save(gallery, [entry(b)])
  await app.sweep()
  await expect(app.save(without, [entry(a), entry(b)])).rejects.toMatchObject({
    code: 'MEDIA_GONE',
    details: { mediaIds: [a.media.id] },
  })
})

onOurStore('lets a save succeed while storage answers 503, and deletes after recovery', async () => {
  const { a, b, c, gallery } = await start()
  const keys = keysIn([a, b, c])
  app.store.spoil(({ operation }) => (operation === 'DeleteObjects' ? { status: 503, code: 'SlowDown' } : 'pass'))
  const { receipt } = await app.save(gallery, [entry(a)])
  await app.sweep()
  expect((await readReceipt(app.deps.database, receipt.id, ada)).files).toMatchObject([
    { outcome: 'failing', failure: { attempts: 1 } },
    { outcome: 'failing' },
  ])
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keys))
  app.store.heal()
  await app.passTime()
  expect(await goneSince(keys)).toEqual(keysIn([b, c]))
})

onOurStore('believes a delete key by key, and tries the refused ones again', async () => {
  const { b, c, gallery, keys } = await start()
  const refused = b.media.urls.original.slice('https://cdn.example/'.length).replace(/\?.*/, '')
  app.store.spoil(({ operation }) =>
    operation === 'DeleteObjects' ? { failKeys: (key) => (key === refused ? 'InternalError' : undefined) } : 'pass',
  )
  const { receipt } = await app.save(gallery, [entry(c)])
  await app.sweep()
  const states = (await readReceipt(app.deps.database, receipt.id, ada)).files.map((file) => file.outcome)
  expect(states).toEqual(['deleted', 'failing'])
  app.store.heal()
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).not.toContain(refused)
  expect(keys).toContain(refused)
})

onOurStore('does not take a lost reply for a deletion', async () => {
  const { b, c, gallery, keys } = await start()
  app.store.spoil(({ operation }) => (operation === 'DeleteObjects' ? 'reply-lost' : 'pass'))
  const { receipt } = await app.save(gallery, [entry(b), entry(c)])
  await app.sweep()
  expect((await readReceipt(app.deps.database, receipt.id, ada)).files).toMatchObject([{ outcome: 'failing' }])
  app.store.heal()
  await app.passTime()
  expect((await goneSince(keys)).length).toBe(3)
  expect((await readReceipt(app.deps.database, receipt.id, ada)).files).toMatchObject([{ outcome: 'deleted' }])
})

test('tries a key again that the answer of a delete does not mention', async () => {
  const { a, gallery, keys } = await start()
  const { receipt } = await app.save(gallery, [entry(a)])
  const silent: ObjectStorage = { ...app.deps.storage, deleteMany: async () => new Map() }
  await sweepAll({ database: app.deps.database, storage: silent, onPurged: () => undefined, onAlarm: () => undefined })
  expect((await readReceipt(app.deps.database, receipt.id, ada)).files[0]).toMatchObject({ outcome: 'failing' })
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keys))
})

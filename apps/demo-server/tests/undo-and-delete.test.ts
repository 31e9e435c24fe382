import type { CompletedUpload, Gallery, Receipt, UploadId } from '@gallerist/sdk/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteGallery, planGalleryDeletion } from '../src/domain/delete-gallery.ts'
import { deleteMedia } from '../src/domain/delete-media.ts'
import { listMedia, readMediaOf } from '../src/domain/manage-media.ts'
import { readGallery } from '../src/domain/read-gallery.ts'
import { readReceipt } from '../src/domain/receipts.ts'
import { replaceMedia } from '../src/domain/replace-media.ts'
import { readNextDueMs } from '../src/db/purges.ts'
import { undoDeletion } from '../src/domain/undo-deletion.ts'
import { ada, ben, keysOf, root, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterAll(() => app.stop())

const entry = ({ media }: CompletedUpload) => ({ mediaId: media.id })
const request = { user: ada, idempotencyKey: null }
const undo = (receipt: Receipt) =>
  undoDeletion(app.deps.database, { ...request, deletionId: receipt.id }, app.deps.rules)
const remove = (gallery: Gallery) =>
  deleteGallery(app.deps.database, { ...request, galleryId: gallery.id, baseVersion: null }, app.deps.rules)
const removeMedia = ({ media }: CompletedUpload, detach = false) =>
  deleteMedia(app.deps.database, { ...request, mediaId: media.id, detach })
const read = (gallery: Gallery) =>
  readGallery(app.deps.database, { galleryId: gallery.id, user: ada, rules: app.deps.rules })
const outcomes = async (receipt: Receipt) =>
  (await readReceipt(app.deps.database, receipt.id, ada)).files.map((file) => file.outcome)

/** Places, texts and bytes, without the version that a URL carries. */
const plain = (one: Gallery | null) =>
  one?.items.map((item) => ({
    ...item,
    media: item.kind === 'media' && item.media.id,
    file: item.kind === 'media' && item.media.urls.original.split('?')[0],
  }))

async function start() {
  const [a, b, c] = await Promise.all([app.upload('a'), app.upload('b'), app.upload('c')])
  const items = [{ ...entry(a), caption: 'first', isCover: true }, { ...entry(b), alt: '' }, entry(c)]
  const { gallery } = await app.save(await app.gallery(), items)
  return { a, b, c, gallery, keys: [a, b, c].flatMap(({ media }) => keysOf(media)) }
}

test('takes a save back whole: places, texts, cover and replaced bytes', async () => {
  const { a, b, c, gallery, keys } = await start()
  const other = await app.upload('other')
  const saved = await app.save(gallery, [
    { ...entry(c), caption: 'now first', isCover: true },
    { ...entry(a), replaceWith: other.uploadId },
  ])
  expect(saved.receipt.undoUntil).not.toBeNull()
  const undone = await undo(saved.receipt)
  expect(undone.gallery?.version).toBe(saved.gallery.version + 1)
  expect(plain(undone.gallery)).toEqual(plain(gallery))
  expect(await outcomes(saved.receipt)).toEqual(['restored', 'restored'])
  expect(undone.receipt.files).toMatchObject([{ mediaId: a.media.id, reason: 'replaced', outcome: 'scheduled' }])
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keys))
  expect(await app.listKeys()).not.toEqual(expect.arrayContaining(keysOf(other.media)))
  expect(b.media.id).toBeDefined()
})

test('counts the content version up when bytes come back, because they changed', async () => {
  const { a, gallery } = await start()
  const other = await app.upload('other bytes')
  const saved = await app.save(gallery, [{ ...entry(a), replaceWith: other.uploadId }])
  const undone = await undo(saved.receipt)
  expect(undone.media.find((media) => media.id === a.media.id)?.contentVersion).toBe(3)
})

test('takes a save back only once, and only while nobody saved after it', async () => {
  const { a, b, c, gallery } = await start()
  const first = await app.save(gallery, [entry(a), entry(b)])
  await undo(first.receipt)
  await expect(undo(first.receipt)).rejects.toMatchObject({ details: { reason: 'already-undone' } })
  const second = await app.save(await read(gallery), [entry(a)])
  const third = await app.save(second.gallery, [entry(a), entry(c)])
  await expect(undo(second.receipt)).rejects.toMatchObject({
    code: 'UNDO_IMPOSSIBLE',
    details: { reason: 'changed-since' },
  })
  expect(third.receipt.files).toEqual([])
})

test('takes nothing back when one of the files is gone for good', async () => {
  const { a, b, c, gallery } = await start()
  const saved = await app.save(gallery, [entry(c)])
  await app.deps.database.query(`update media set due_at = clock_timestamp() where id = $1`, [a.media.id])
  await app.sweep()
  await expect(undo(saved.receipt)).rejects.toMatchObject({ details: { reason: 'files-gone', mediaIds: [a.media.id] } })
  expect((await read(gallery)).items).toHaveLength(1)
  expect(await outcomes(saved.receipt)).toEqual(['deleted', 'scheduled'])
  expect(b.media.id).toBeDefined()
})

test('offers no undo when its time is over', async () => {
  const { a, gallery } = await start()
  const saved = await app.save(gallery, [entry(a)])
  await app.deps.database.query(`update deletions set undo_until = clock_timestamp() where id = $1`, [saved.receipt.id])
  await expect(undo(saved.receipt)).rejects.toMatchObject({ details: { reason: 'too-late' } })
  expect((await readReceipt(app.deps.database, saved.receipt.id, ada)).undoUntil).toBeNull()
})

test('brings a deleted gallery back under its id', async () => {
  const { gallery, keys } = await start()
  const plan = await planGalleryDeletion(app.deps.database, { user: ada, galleryId: gallery.id }, app.deps.rules)
  const receipt = await remove(gallery)
  expect(plan).toMatchObject({ deleteCount: 3, keepCount: 0 })
  expect(receipt.files.map((file) => file.outcome)).toEqual(['scheduled', 'scheduled', 'scheduled'])
  await expect(read(gallery)).rejects.toMatchObject({ code: 'GALLERY_NOT_FOUND' })
  const undone = await undo(receipt)
  expect(undone.gallery).toMatchObject({
    id: gallery.id,
    title: gallery.title,
    createdAt: gallery.createdAt,
    version: gallery.version + 1,
  })
  expect(undone.gallery?.items).toEqual(gallery.items)
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keys))
})

test('deletes a gallery with the files that nothing else uses', async () => {
  const { b, gallery, keys } = await start()
  await app.save(await app.gallery('Other'), [entry(b)])
  const receipt = await remove(gallery)
  expect(receipt.files.map((file) => file.outcome)).toEqual(['scheduled', 'kept', 'scheduled'])
  await app.passTime()
  await app.sweep()
  const left = (await app.listKeys()).filter((key) => keys.includes(key))
  expect(left.toSorted()).toEqual(keysOf(b.media))
})

test('deletes a media with its attachment, but not while a gallery shows it', async () => {
  const attached = await app.upload('attached', { attachTo: { contentType: 'cities.city', objectId: '42' } })
  expect(attached).toMatchObject({
    leaseExpiresAt: null,
    media: { attachment: { contentType: 'cities.city', objectId: '42' } },
  })
  const saved = await app.save(await app.gallery(), [entry(attached)])
  await expect(removeMedia(attached)).rejects.toMatchObject({
    code: 'MEDIA_IN_USE',
    details: { usedBy: [{ kind: 'gallery', id: saved.gallery.id }] },
  })
  const receipt = await removeMedia(attached, true)
  expect(receipt).toMatchObject({ action: 'media-deleted', files: [{ outcome: 'scheduled' }] })
  expect((await read(saved.gallery)).items).toEqual([])
  await expect(readMediaOf(app.deps.database, attached.media.id, ada)).rejects.toMatchObject({
    code: 'MEDIA_NOT_FOUND',
  })
  const undone = await undo(receipt)
  expect(undone.media).toMatchObject([{ id: attached.media.id, attachment: { objectId: '42' } }])
  expect((await read(saved.gallery)).items).toHaveLength(1)
})

test('pins an upload to the library, where it lasts until it is deleted', async () => {
  const pinned = await app.upload('pinned', {})
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(pinned.media)))
  const page = await listMedia(
    app.deps.database,
    { user: ada, query: {}, page: { cursor: undefined, limit: 100 } },
    app.deps.rules,
  )
  expect(page.items.map((media) => media.id)).toContain(pinned.media.id)
  await removeMedia(pinned)
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).not.toEqual(expect.arrayContaining(keysOf(pinned.media)))
})

test('lets a staged upload run out, and a saved one not', async () => {
  const [left, taken] = await Promise.all([app.upload('left'), app.upload('taken')])
  await app.save(await app.gallery(), [entry(taken)])
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(taken.media)))
  expect((await app.listKeys()).filter((key) => keysOf(left.media).includes(key))).toEqual([])
})

test('replaces the bytes of a media at once, and takes that back', async () => {
  const { a } = await start()
  const other = await app.upload('replacement')
  const replaced = await replaceMedia(
    app.deps.database,
    { ...request, mediaId: a.media.id, uploadId: other.uploadId },
    app.deps.rules,
  )
  expect(replaced).toMatchObject({
    media: { id: a.media.id, contentVersion: 2 },
    receipt: { action: 'media-replaced' },
  })
  const undone = await undo(replaced.receipt)
  expect(undone.media[0]?.urls.original.split('?')[0]).toBe(a.media.urls.original.split('?')[0])
})

test('does not bring bytes back over others that came later', async () => {
  const { a } = await start()
  const [one, two] = [await app.upload('one more'), await app.upload('two more')]
  const replace = (uploadId: UploadId) =>
    replaceMedia(app.deps.database, { ...request, mediaId: a.media.id, uploadId }, app.deps.rules)
  const { receipt } = await replace(one.uploadId)
  const { media } = await replace(two.uploadId)
  await expect(undo(receipt)).rejects.toMatchObject({ details: { reason: 'changed-since', mediaIds: [a.media.id] } })
  const row = await readMediaOf(app.deps.database, a.media.id, ada)
  expect(row.contentVersion).toBe(media.contentVersion)
})

test('keeps everything of one user from another, and nothing from an admin', async () => {
  const { a, gallery } = await start()
  const saved = await app.save(gallery, [])
  const asBen = { user: ben, idempotencyKey: null }
  await expect(app.save(saved.gallery, [], { user: ben })).rejects.toMatchObject({ code: 'GALLERY_NOT_FOUND' })
  await expect(
    undoDeletion(app.deps.database, { ...asBen, deletionId: saved.receipt.id }, app.deps.rules),
  ).rejects.toMatchObject({ code: 'DELETION_NOT_FOUND' })
  await expect(readMediaOf(app.deps.database, a.media.id, ben)).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' })
  expect((await app.save(saved.gallery, [entry(a)], { user: root })).gallery.items).toHaveLength(1)
})

test("says that somebody else's gallery uses a file, but neither its id nor its title", async () => {
  const { a, gallery } = await start()
  const foreign = await app.gallery('Private', ben)
  await app.save(foreign, [entry(a)], { user: root })
  const saved = await app.save(gallery, [])
  const kept = saved.receipt.files.filter((file) => file.outcome === 'kept')
  expect(kept).toMatchObject([{ usedBy: [{ kind: 'gallery', id: '', title: null }] }])
  const asRoot = await readReceipt(app.deps.database, saved.receipt.id, root)
  expect(asRoot.files.flatMap((file) => file.usedBy)).toEqual([{ kind: 'gallery', id: foreign.id, title: 'Private' }])
})

test('moves one of many items by writing one row', async () => {
  const uploads = await Promise.all(Array.from({ length: 12 }, (_, index) => app.upload(`p${index}`)))
  const { gallery } = await app.save(await app.gallery(), uploads.map(entry))
  const ranks = async () =>
    app.deps.database.query<{ id: string; rank: number }>(
      'select id, rank from gallery_items where gallery_id = $1 order by id',
      [gallery.id],
    )
  const before = await ranks()
  await app.save(gallery, [...uploads.slice(1, 9), ...uploads.slice(0, 1), ...uploads.slice(9)].map(entry))
  const after = await ranks()
  expect(after.filter((row, index) => row.rank !== before[index]?.rank)).toHaveLength(1)
})

test('holds what is dropped while storage is off, and purges nothing when it is on again', async () => {
  const { a, gallery, keys } = await start()
  await app.changeSettings({ storageOn: false })
  const saved = await app.save(gallery, [])
  expect(saved.receipt.files.map((file) => file.outcome)).toEqual(['held', 'held', 'held'])
  await app.changeSettings({ storageOn: true })
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keys))
  expect(await readNextDueMs(app.deps.database)).not.toBe(0)
  const again = await app.save(saved.gallery, [entry(a)])
  expect((await app.save(again.gallery, [])).receipt.files).toMatchObject([{ outcome: 'scheduled' }])
  await app.passTime()
  await app.sweep()
  expect((await app.listKeys()).filter((key) => keysOf(a.media).includes(key))).toEqual([])
})

import { expect, test } from 'vitest'
import type { StorageObject } from '../../src/contract/index.ts'
import {
  firstMedia,
  isServed,
  makeGallery,
  mediaOf,
  outcomesOf,
  readGallery,
  save,
  stagePicture,
  toEntries,
  untilOutcome,
  upload,
} from './acts.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

/** On a backend with a short grace: what becomes of files when it is over. */
export function testDeletion(on: () => Stage): void {
  test('deletes the file of a removed picture from storage after the grace', async () => {
    const { editor, admin } = on()
    const gallery = await makeGallery(editor)
    const [removed, kept] = mediaOf(gallery)
    const { gallery: saved, receipt } = await save(editor, gallery, { items: toEntries(gallery).slice(1) })
    expect(receipt.files).toMatchObject([{ mediaId: removed?.id, reason: 'removed', fileName: removed?.fileName }])
    const done = await untilOutcome(editor, receipt, 'deleted')
    expect(done.files[0]?.deletedAt).not.toBeNull()
    expect(Date.parse(done.files[0]?.deletedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(done.files[0]?.dueAt ?? ''))
    expect(done.undoUntil).toBeNull()
    expect(await isServed(removed?.urls.original ?? '')).toBe(false)
    expect(await isServed(removed?.urls.thumbnails[0]?.url ?? '')).toBe(false)
    expect(await isServed(kept?.urls.original ?? '')).toBe(true)
    const objects = await readObjects(admin)
    expect(objects.filter(({ mediaId }) => mediaId === removed?.id)).toEqual([])
    expect(objects.filter(({ mediaId }) => mediaId === kept?.id).length).toBeGreaterThan(1)
    expect(await readGallery(editor, gallery)).toEqual(saved)
  })

  test('does not give a deleted picture a place again', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { gallery: saved, receipt } = await save(editor, gallery, { items: [] })
    await untilOutcome(editor, receipt, 'deleted')
    const { id } = firstMedia(gallery)
    const asked = { params: { galleryId: gallery.id }, version: saved.version, body: { items: [{ mediaId: id }] } }
    expect((await editor.isRefusedWith('MEDIA_GONE', 'saveGallery', asked)).mediaIds).toEqual([id])
    await editor.isRefused('MEDIA_NOT_FOUND', 'getMedia', { params: { mediaId: id } })
  })

  test('takes nothing back when its files are gone', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { receipt } = await save(editor, gallery, { items: [] })
    await untilOutcome(editor, receipt, 'deleted')
    const asked = { params: { deletionId: receipt.id } }
    const { reason } = await editor.isRefusedWith('UNDO_IMPOSSIBLE', 'undoDeletion', asked)
    expect(['files-gone', 'too-late']).toContain(reason)
  })

  test('deletes a shared file when its last use is gone, not before', async () => {
    const { editor } = on()
    const one = await makeGallery(editor, { pictures: 1 })
    const media = firstMedia(one)
    const empty = await makeGallery(editor, { pictures: 0 })
    const { gallery: other } = await save(editor, empty, { items: [{ mediaId: media.id }] })
    const first = await save(editor, one, { items: [] })
    expect(first.receipt.files).toMatchObject([{ outcome: 'kept', usedBy: [{ kind: 'gallery', id: other.id }] }])
    const probe = await makeGallery(editor, { pictures: 1 })
    await untilOutcome(editor, (await save(editor, probe, { items: [] })).receipt, 'deleted')
    expect(await isServed(media.urls.original)).toBe(true)
    const last = await save(editor, other, { items: [] })
    await untilOutcome(editor, last.receipt, 'deleted')
    expect(await isServed(media.urls.original)).toBe(false)
  })

  test('deletes replaced bytes and serves the new ones', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { uploadId } = await stagePicture(editor)
    const items = [{ ...toEntries(gallery)[0], replaceWith: uploadId }]
    const { gallery: saved, receipt } = await save(editor, gallery, { items })
    await untilOutcome(editor, receipt, 'deleted')
    expect(await isServed(firstMedia(gallery).urls.original)).toBe(false)
    expect(await isServed(firstMedia(saved).urls.original)).toBe(true)
  })

  test('deletes the files of a deleted gallery and of a deleted media', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { media } = await upload(editor)
    const receipts = await Promise.all([
      editor.ask('deleteGallery', { params: { galleryId: gallery.id }, version: gallery.version }),
      editor.ask('deleteMedia', { params: { mediaId: media.id } }),
    ])
    await Promise.all(receipts.map((receipt) => untilOutcome(editor, receipt, 'deleted')))
    const urls = [...mediaOf(gallery), media].map(({ urls: { original } }) => original)
    expect(await Promise.all(urls.map(isServed))).toEqual([false, false, false])
  })

  test('says that a delete fails while storage refuses it, and that it is done once storage obeys', async ({
    skip,
  }) => {
    const { editor, backend } = on()
    skip(backend.failNextPurge === undefined, 'this backend cannot let storage refuse')
    const gallery = await makeGallery(editor, { pictures: 1 })
    await backend.failNextPurge?.()
    const { receipt } = await save(editor, gallery, { items: [] })
    const failing = await untilOutcome(editor, receipt, 'failing')
    expect(failing.files[0]?.failure?.attempts).toBeGreaterThan(0)
    expect(outcomesOf(await untilOutcome(editor, receipt, 'deleted'))).toEqual(['deleted'])
  })
}

async function readObjects(admin: Person, cursor?: string): Promise<StorageObject[]> {
  const page = await admin.ask('listStorageObjects', { query: cursor === undefined ? {} : { cursor } })
  return page.nextCursor === null ? page.items : [...page.items, ...(await readObjects(admin, page.nextCursor))]
}

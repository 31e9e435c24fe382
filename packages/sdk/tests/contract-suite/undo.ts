import { expect, test } from 'vitest'
import {
  firstMedia,
  isServed,
  makeGallery,
  mediaOf,
  outcomesOf,
  readGallery,
  readReceipt,
  save,
  stagePicture,
  toEntries,
  upload,
} from './acts.ts'
import type { Stage } from './stage.ts'

export function testUndo(on: () => Stage): void {
  test('takes a save back: order, texts and cover, as a new version', async () => {
    const { editor } = on()
    const made = await makeGallery(editor, { pictures: 3 })
    const items = mediaOf(made).map(({ id }, index) => ({ mediaId: id, caption: `No. ${index}`, isCover: index === 1 }))
    const { gallery } = await save(editor, made, { items })
    const { gallery: changed, receipt } = await save(editor, gallery, { items: toEntries(gallery).slice(2) })
    expect(receipt.undoUntil).not.toBeNull()
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone.receipt).toMatchObject({ action: 'undone', galleryVersion: changed.version + 1 })
    expect(undone.gallery).toMatchObject({ id: gallery.id, version: changed.version + 1 })
    expect(undone.gallery?.items).toEqual(gallery.items)
    expect(await readGallery(editor, gallery)).toEqual(undone.gallery)
    const ids = undone.media.map(({ id }) => id).toSorted()
    expect(ids).toEqual(
      mediaOf(gallery)
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  test('says in the first receipt that its files are back', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { receipt } = await save(editor, gallery, { items: [] })
    await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    const after = await readReceipt(editor, receipt)
    expect(outcomesOf(after)).toEqual(['restored', 'restored'])
    expect(after.undoneAt).not.toBeNull()
    expect(after.undoUntil).toBeNull()
    expect(after.files.map(({ dueAt }) => dueAt)).toEqual([null, null])
  })

  test('brings replaced bytes back, under a content version of their own', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const before = firstMedia(gallery)
    const { uploadId } = await stagePicture(editor)
    const items = [{ ...toEntries(gallery)[0], replaceWith: uploadId }]
    const { receipt } = await save(editor, gallery, { items })
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    const [media] = undone.media
    expect(media).toMatchObject({ id: before.id, fileName: before.fileName, contentVersion: 3 })
    expect(await isServed(media?.urls.original ?? '')).toBe(true)
    expect(undone.receipt.files).toMatchObject([{ mediaId: before.id, reason: 'replaced', outcome: 'scheduled' }])
  })

  test('says in the receipt of a replacement that the old bytes are back', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { uploadId } = await stagePicture(editor)
    const items = [{ ...toEntries(gallery)[0], replaceWith: uploadId }]
    const { receipt } = await save(editor, gallery, { items })
    await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    const { files } = await readReceipt(editor, receipt)
    expect(files).toMatchObject([{ reason: 'replaced', outcome: 'restored', dueAt: null, usedBy: [], failure: null }])
  })

  test('drops again what the save had added', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { media } = await stagePicture(editor)
    const items = [...toEntries(gallery), { mediaId: media.id }]
    const { receipt } = await save(editor, gallery, { items })
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone.gallery?.items).toEqual(gallery.items)
    expect(undone.receipt.files).toMatchObject([{ mediaId: media.id, reason: 'removed', outcome: 'scheduled' }])
  })

  test('brings a deleted gallery back under its id', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const params = { galleryId: gallery.id }
    const receipt = await editor.ask('deleteGallery', { params, version: gallery.version })
    expect(receipt).toMatchObject({ action: 'gallery-deleted', galleryId: gallery.id })
    await editor.isRefused('GALLERY_NOT_FOUND', 'getGallery', { params })
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone.gallery).toMatchObject({ id: gallery.id, title: gallery.title, items: gallery.items })
    expect(undone.gallery?.version).toBeGreaterThan(gallery.version)
    expect(await readGallery(editor, gallery)).toEqual(undone.gallery)
  })

  test('brings a deleted media back to where it was', async () => {
    const { editor } = on()
    const attachTo = { contentType: 'cities.city', objectId: crypto.randomUUID() }
    const { media } = await upload(editor, { attachTo })
    const receipt = await editor.ask('deleteMedia', { params: { mediaId: media.id } })
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone).toMatchObject({ gallery: null, media: [{ id: media.id, attachment: attachTo }] })
    expect((await editor.ask('getMediaForObject', { params: attachTo })).items).toMatchObject([{ id: media.id }])
  })

  test('brings a replaced file back at once', async () => {
    const { editor } = on()
    const { media } = await upload(editor)
    const { uploadId } = await stagePicture(editor)
    const params = { mediaId: media.id }
    const { receipt } = await editor.ask('replaceMediaFile', { params, body: { uploadId } })
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone.gallery).toBeNull()
    expect(undone.media).toMatchObject([{ id: media.id, fileName: media.fileName, contentVersion: 3 }])
  })

  test('takes nothing back twice', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { receipt } = await save(editor, gallery, { items: [] })
    const params = { deletionId: receipt.id }
    await editor.ask('undoDeletion', { params })
    const { reason } = await editor.isRefusedWith('UNDO_IMPOSSIBLE', 'undoDeletion', { params })
    expect(reason).toBe('already-undone')
  })

  test('takes nothing back that was changed since', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: saved, receipt } = await save(editor, gallery, { items: [] })
    const { gallery: current } = await save(editor, saved, { title: 'Changed since' })
    const params = { deletionId: receipt.id }
    const { reason } = await editor.isRefusedWith('UNDO_IMPOSSIBLE', 'undoDeletion', { params })
    expect(reason).toBe('changed-since')
    expect(await readGallery(editor, gallery)).toEqual(current)
  })

  test('knows no act of somebody else', async () => {
    const { editor, other } = on()
    const gallery = await makeGallery(editor)
    const { receipt } = await save(editor, gallery, { items: [] })
    const params = { deletionId: receipt.id }
    await other.isRefused('DELETION_NOT_FOUND', 'getDeletion', { params })
    await other.isRefused('DELETION_NOT_FOUND', 'undoDeletion', { params })
  })
}

import { expect, test } from 'vitest'
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
  upload,
} from './acts.ts'
import { makePng } from './pictures.ts'
import type { Stage } from './stage.ts'

export function testReplacement(on: () => Stage): void {
  test('gives a media the file of a staged upload; id, place and texts stay', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const before = firstMedia(gallery)
    const staged = await stagePicture(editor, await makePng({ widthPx: 30, heightPx: 15 }))
    const [first, second] = toEntries(gallery)
    const items = [{ ...first, caption: 'Still here', replaceWith: staged.uploadId }, second]
    const { gallery: saved, receipt } = await save(editor, gallery, { items })
    expect(saved.items[0]).toMatchObject({ caption: 'Still here', media: { id: before.id, contentVersion: 2 } })
    const after = firstMedia(saved)
    expect(after).toMatchObject({ widthPx: 30, heightPx: 15, altText: before.altText })
    expect(after.urls.original).toMatch(/\?v=2$/)
    expect(await isServed(after.urls.original)).toBe(true)
    expect(receipt.files).toMatchObject([{ mediaId: before.id, reason: 'replaced', outcome: 'scheduled' }])
    expect(mediaOf(saved)[1]).toEqual(mediaOf(gallery)[1])
  })

  test('keeps the old bytes while they can be brought back', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const staged = await stagePicture(editor)
    const [entry] = toEntries(gallery)
    await save(editor, gallery, { items: [{ ...entry, replaceWith: staged.uploadId }] })
    expect(await isServed(firstMedia(gallery).urls.original)).toBe(true)
  })

  test('consumes the upload: its own media is gone and its bytes cannot be used twice', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const staged = await stagePicture(editor)
    const items = [{ ...toEntries(gallery)[0], replaceWith: staged.uploadId }]
    const { gallery: saved } = await save(editor, gallery, { items })
    await editor.isRefused('MEDIA_NOT_FOUND', 'getMedia', { params: { mediaId: staged.media.id } })
    const again = { params: { galleryId: gallery.id }, version: saved.version, body: { items } }
    await editor.isRefused('UPLOAD_ALREADY_USED', 'saveGallery', again)
    expect(await readGallery(editor, gallery)).toEqual(saved)
  })

  test('refuses the upload of a media that is in use', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { uploadId } = await upload(editor)
    const items = [{ ...toEntries(gallery)[0], replaceWith: uploadId }]
    const asked = { params: { galleryId: gallery.id }, version: gallery.version, body: { items } }
    await editor.isRefused('UPLOAD_ALREADY_USED', 'saveGallery', asked)
  })

  test('refuses uploads that are unknown or belong to somebody else', async () => {
    const { editor, other } = on()
    const gallery = await makeGallery(editor)
    const theirs = await stagePicture(other)
    const uploadIds = [crypto.randomUUID(), theirs.uploadId]
    const items = toEntries(gallery).map((entry, index) => Object.assign(entry, { replaceWith: uploadIds[index] }))
    const asked = { params: { galleryId: gallery.id }, version: gallery.version, body: { items } }
    const details = await editor.isRefusedWith('UPLOAD_EXPIRED', 'saveGallery', asked)
    expect(details.uploadIds.toSorted()).toEqual(uploadIds.toSorted())
    await other.ask('renewUpload', { params: { uploadId: theirs.uploadId } })
  })

  test('gives no other bytes to a media of somebody else, although the gallery shows it', async () => {
    const { editor, admin } = on()
    const gallery = await makeGallery(editor, { pictures: 0 })
    const theirs = await stagePicture(admin)
    const { gallery: shared } = await save(admin, gallery, { items: [{ mediaId: theirs.media.id }] })
    const { uploadId } = await stagePicture(editor)
    const items = [{ mediaId: theirs.media.id, replaceWith: uploadId }]
    const asked = { params: { galleryId: gallery.id }, version: shared.version, body: { items } }
    const { entries } = await editor.isRefusedWith('MEDIA_UNKNOWN', 'saveGallery', asked)
    expect(entries).toEqual([theirs.media.id])
  })

  test('replaces bytes at once, with a receipt, wherever the media is used', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { id } = firstMedia(gallery)
    const { uploadId } = await stagePicture(editor, await makePng({ widthPx: 31, heightPx: 11 }))
    const params = { mediaId: id }
    const { media, receipt } = await editor.ask('replaceMediaFile', { params, body: { uploadId } })
    expect(media).toMatchObject({ id, contentVersion: 2, widthPx: 31, heightPx: 11 })
    expect(receipt).toMatchObject({ action: 'media-replaced', files: [{ mediaId: id, reason: 'replaced' }] })
    expect(outcomesOf(receipt)).toEqual(['scheduled'])
    expect(firstMedia(await readGallery(editor, gallery))).toEqual(media)
    await editor.isRefused('UPLOAD_ALREADY_USED', 'replaceMediaFile', { params, body: { uploadId } })
  })

  test('replaces nothing by an upload that is unknown', async () => {
    const { editor } = on()
    const { media } = await upload(editor)
    const asked = { params: { mediaId: media.id }, body: { uploadId: crypto.randomUUID() } }
    await editor.isRefused('UPLOAD_NOT_FOUND', 'replaceMediaFile', asked)
  })
}

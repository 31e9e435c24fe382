import { expect, test } from 'vitest'
import {
  firstMedia,
  makeGallery,
  mediaOf,
  readGallery,
  readReceipt,
  save,
  stagePicture,
  toEntries,
  upload,
} from './acts.ts'
import type { Stage } from './stage.ts'

export function testMediaDeletion(on: () => Stage): void {
  test('deletes a media that only the library and an object hold', async () => {
    const { editor } = on()
    const attachTo = { contentType: 'cities.city', objectId: crypto.randomUUID() }
    const held = await Promise.all([upload(editor), upload(editor, { attachTo }), stagePicture(editor)])
    for (const { media } of held) {
      const params = { mediaId: media.id }
      const receipt = await editor.ask('deleteMedia', { params })
      expect(receipt).toMatchObject({
        action: 'media-deleted',
        files: [{ mediaId: media.id, reason: 'removed', outcome: 'scheduled' }],
      })
      await editor.isRefused('MEDIA_NOT_FOUND', 'getMedia', { params })
    }
    expect((await editor.ask('getMediaForObject', { params: attachTo })).items).toEqual([])
    const listed = (await editor.ask('listMedia')).items.map(({ id }) => id)
    for (const { media } of held) expect(listed).not.toContain(media.id)
  })

  test('refuses to delete what a gallery uses, and names the gallery', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const params = { mediaId: firstMedia(gallery).id }
    const { usedBy } = await editor.isRefusedWith('MEDIA_IN_USE', 'deleteMedia', { params })
    expect(usedBy).toEqual([{ kind: 'gallery', id: gallery.id, title: gallery.title }])
    await editor.isRefused('MEDIA_IN_USE', 'deleteMedia', { params, query: { detach: 'false' } })
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('takes a media out of its galleries where it is told to', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const [first, second] = mediaOf(gallery)
    const params = { mediaId: first?.id ?? '' }
    const receipt = await editor.ask('deleteMedia', { params, query: { detach: 'true' } })
    expect(receipt.files).toMatchObject([{ mediaId: first?.id, outcome: 'scheduled' }])
    const after = await readGallery(editor, gallery)
    expect(after.version).toBe(gallery.version + 1)
    expect(mediaOf(after)).toEqual([second])
    await editor.isRefused('MEDIA_NOT_FOUND', 'getMedia', { params })
  })

  test('brings a media back into its galleries; the act belongs to none of them', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const params = { mediaId: firstMedia(gallery).id }
    const receipt = await editor.ask('deleteMedia', { params, query: { detach: 'true' } })
    expect(receipt).toMatchObject({ galleryId: null, galleryVersion: null })
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone).toMatchObject({ gallery: null, receipt: { galleryId: null }, media: [{ id: params.mediaId }] })
    expect(await readGallery(editor, gallery)).toMatchObject({ items: gallery.items, version: gallery.version + 2 })
  })

  test('does not bring back a media that nothing ever used', async () => {
    const { editor } = on()
    const { media } = await stagePicture(editor)
    const receipt = await editor.ask('deleteMedia', { params: { mediaId: media.id } })
    expect(receipt.undoUntil).toBeNull()
    const asked = { params: { deletionId: receipt.id } }
    expect((await editor.isRefusedWith('UNDO_IMPOSSIBLE', 'undoDeletion', asked)).reason).toBe('too-late')
  })

  test('names the object that a kept file is attached to', async () => {
    const { editor } = on()
    const attachTo = { contentType: 'cities.city', objectId: crypto.randomUUID() }
    const { media } = await upload(editor, { attachTo })
    const empty = await makeGallery(editor, { pictures: 0 })
    const { gallery } = await save(editor, empty, { items: [{ mediaId: media.id }] })
    const { receipt } = await save(editor, gallery, { items: [] })
    const usedBy = [{ kind: 'object', id: `cities.city/${attachTo.objectId}`, title: null }]
    expect(receipt.files).toMatchObject([{ outcome: 'kept', usedBy }])
  })

  test('keeps a file that something else uses, and says what', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 0 })
    const { media } = await upload(editor)
    const { gallery: saved } = await save(editor, gallery, { items: [{ mediaId: media.id }] })
    const { receipt } = await save(editor, saved, { items: [] })
    expect(receipt.files).toMatchObject([{ mediaId: media.id, outcome: 'kept', usedBy: [{ kind: 'library' }] }])
    expect(receipt.files[0]?.dueAt).toBeNull()
    expect(await editor.ask('getMedia', { params: { mediaId: media.id } })).toMatchObject({ id: media.id })
  })

  test('gives a removed media its place back while its grace runs', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: saved, receipt } = await save(editor, gallery, { items: [] })
    const { gallery: again } = await save(editor, saved, { items: toEntries(gallery) })
    expect(again.items).toEqual(gallery.items)
    const { files } = await readReceipt(editor, receipt)
    expect(files.map(({ outcome, dueAt }) => [outcome, dueAt])).toEqual([
      ['restored', null],
      ['restored', null],
    ])
  })

  test('refuses to delete a gallery of a version that is no longer current', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: current } = await save(editor, gallery, { title: 'Newer' })
    const asked = { params: { galleryId: gallery.id }, version: gallery.version }
    const details = await editor.isRefusedWith('GALLERY_CHANGED', 'deleteGallery', asked)
    expect(details.gallery).toEqual(current)
    await editor.ask('deleteGallery', { params: { galleryId: gallery.id } })
  })
}

import { expect, test } from 'vitest'
import { makeGallery, readGallery, save, stagePicture, toEntries } from './acts.ts'
import type { Stage } from './stage.ts'

export function testConcurrency(on: () => Stage): void {
  test('refuses a save that names no version', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const asked = { params: { galleryId: gallery.id }, body: { items: [] } }
    await editor.isRefused('PRECONDITION_REQUIRED', 'saveGallery', asked)
    await editor.isRefused('PRECONDITION_REQUIRED', 'planGallerySave', asked)
    const params = { galleryId: crypto.randomUUID() }
    await editor.isRefused('PRECONDITION_REQUIRED', 'saveGallery', { ...asked, params })
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('refuses a save of a version that is no longer current, with the current document', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: current } = await save(editor, gallery, { title: 'By somebody else' })
    const asked = { params: { galleryId: gallery.id }, version: gallery.version, body: { items: [] } }
    const saved = await editor.isRefusedWith('GALLERY_CHANGED', 'saveGallery', asked)
    expect(saved.gallery).toEqual(current)
    const planned = await editor.isRefusedWith('GALLERY_CHANGED', 'planGallerySave', asked)
    expect(planned.gallery).toEqual(current)
    expect(await readGallery(editor, gallery)).toEqual(current)
  })

  test('lets one of several saves against one version win', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const responses = await Promise.all(
      ['One', 'Two', 'Three'].map((title) =>
        editor.send('saveGallery', {
          params: { galleryId: gallery.id },
          version: gallery.version,
          body: { title },
        }),
      ),
    )
    expect(responses.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412, 412])
    expect((await readGallery(editor, gallery)).version).toBe(gallery.version + 1)
  })

  test('answers a repeated save with its first answer, although its version is no longer current', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const asked = {
      params: { galleryId: gallery.id },
      version: gallery.version,
      idempotencyKey: crypto.randomUUID(),
      body: { items: toEntries(gallery).slice(1) },
    }
    const first = await editor.ask('saveGallery', asked)
    const second = await editor.ask('saveGallery', asked)
    expect(second.gallery).toEqual(first.gallery)
    expect(second.receipt.id).toBe(first.receipt.id)
    expect((await readGallery(editor, gallery)).version).toBe(first.gallery.version)
  })

  test('refuses another body under a key that was used', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const asked = { params: { galleryId: gallery.id }, idempotencyKey: crypto.randomUUID() }
    const { gallery: saved } = await editor.ask('saveGallery', {
      ...asked,
      version: gallery.version,
      body: { title: 'One' },
    })
    await editor.isRefused('IDEMPOTENCY_MISMATCH', 'saveGallery', {
      ...asked,
      version: saved.version,
      body: { title: 'Two' },
    })
    expect(await readGallery(editor, gallery)).toEqual(saved)
  })

  test('refuses a key that was used against another version', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const asked = { params: { galleryId: gallery.id }, idempotencyKey: crypto.randomUUID(), body: { title: 'One' } }
    const { gallery: saved } = await editor.ask('saveGallery', { ...asked, version: gallery.version })
    await editor.isRefused('IDEMPOTENCY_MISMATCH', 'saveGallery', { ...asked, version: saved.version })
  })

  test('refuses a key that was used for another act', async () => {
    const { editor } = on()
    const idempotencyKey = crypto.randomUUID()
    const gallery = await editor.ask('createGallery', { body: { title: 'Once' }, idempotencyKey })
    const params = { galleryId: gallery.id }
    await editor.isRefused('IDEMPOTENCY_MISMATCH', 'deleteGallery', { params, idempotencyKey })
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('leaves the key of a save free when the save is planned under it', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const asked = { params: { galleryId: gallery.id }, version: gallery.version, idempotencyKey: crypto.randomUUID() }
    const body = { items: [] }
    expect((await editor.ask('planGallerySave', { ...asked, body })).deleteCount).toBe(2)
    expect((await editor.ask('saveGallery', { ...asked, body })).gallery.items).toEqual([])
  })

  test.for([
    ['two words', 'of a key'],
    ['256 characters', 'x'.repeat(256)],
  ] as const)('refuses %s as a key', async ([, idempotencyKey]) => {
    await on().editor.isRefused('VALIDATION_FAILED', 'createGallery', { body: { title: 'Once' }, idempotencyKey })
  })

  test.for(['3', '"0"', '"x"', 'W/"3"', '*'])('refuses If-Match: %s, which is no version', async (version) => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 0 })
    const asked = { params: { galleryId: gallery.id }, headers: { 'If-Match': version }, body: { title: 'New' } }
    await editor.isRefused('VALIDATION_FAILED', 'saveGallery', asked)
  })

  test('gives a repeated request for a ticket the same upload', async () => {
    const { editor } = on()
    const body = { fileName: 'a.png', mime: 'image/png', sizeBytes: 10 }
    const asked = { body, idempotencyKey: crypto.randomUUID() }
    const first = await editor.ask('createUpload', asked)
    expect((await editor.ask('createUpload', asked)).uploadId).toBe(first.uploadId)
    await editor.isRefused('IDEMPOTENCY_MISMATCH', 'createUpload', { ...asked, body: { ...body, fileName: 'b.png' } })
  })

  test('makes one gallery of a repeated creation', async () => {
    const { editor } = on()
    const asked = { body: { title: 'Once' }, idempotencyKey: crypto.randomUUID() }
    const first = await editor.ask('createGallery', asked)
    expect(await editor.ask('createGallery', asked)).toEqual(first)
  })

  test('keeps the keys of two users apart', async () => {
    const { editor, other } = on()
    const asked = { body: { title: 'Mine' }, idempotencyKey: crypto.randomUUID() }
    const mine = await editor.ask('createGallery', asked)
    expect((await other.ask('createGallery', asked)).id).not.toBe(mine.id)
  })

  test('keeps a key free whose request was refused', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { media } = await stagePicture(editor)
    const asked = { params: { galleryId: gallery.id }, idempotencyKey: crypto.randomUUID() }
    const body = { items: [{ mediaId: media.id }] }
    await editor.isRefused('GALLERY_CHANGED', 'saveGallery', { ...asked, version: gallery.version + 7, body })
    const saved = await editor.ask('saveGallery', { ...asked, version: gallery.version, body })
    expect(saved.gallery.version).toBe(gallery.version + 1)
  })
}

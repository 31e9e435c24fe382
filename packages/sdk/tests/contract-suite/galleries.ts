import { expect, test } from 'vitest'
import { firstMedia, makeGallery, mediaOf, outcomesOf, readGallery, save, stagePicture, toEntries } from './acts.ts'
import type { Stage } from './stage.ts'

export function testGalleries(on: () => Stage): void {
  test('makes an empty gallery at version 1', async () => {
    const { editor } = on()
    const gallery = await editor.ask('createGallery', { body: { title: '  New ' } })
    expect(gallery).toMatchObject({ title: 'New', published: false, version: 1, items: [], userId: editor.id })
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('sends a gallery with its version as ETag, and not to be stored', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const response = await editor.send('getGallery', { params: { galleryId: gallery.id } })
    expect(response.headers.get('ETag')).toBe(`"${gallery.version}"`)
    expect(response.headers.get('Cache-Control')).toContain('no-store')
  })

  test('saves order, texts and cover at once', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 3 })
    const [one, two, three] = mediaOf(gallery).map(({ id }) => id)
    const items = [
      { mediaId: three, caption: 'Last first' },
      { mediaId: one, alt: '', isCover: true },
      { mediaId: two, caption: null, alt: 'Only here' },
    ]
    const { gallery: saved, receipt } = await save(editor, gallery, { items })
    expect(saved.version).toBe(gallery.version + 1)
    expect(saved.items).toMatchObject([
      { media: { id: three }, caption: 'Last first', isCover: false },
      { media: { id: one }, caption: null, alt: '', isCover: true },
      { media: { id: two }, caption: null, alt: 'Only here', isCover: false },
    ])
    expect(saved.items[0]).not.toHaveProperty('alt')
    expect(receipt).toMatchObject({ action: 'gallery-saved', galleryVersion: saved.version, files: [] })
    expect(await readGallery(editor, saved)).toEqual(saved)
  })

  test('leaves an absent list as it is', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: saved, receipt } = await save(editor, gallery, { title: 'Renamed', published: true })
    expect(saved).toMatchObject({ title: 'Renamed', published: true, version: gallery.version + 1 })
    expect(saved.items).toEqual(gallery.items)
    expect(receipt.files).toEqual([])
  })

  test('takes an empty list as "remove everything"', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: saved, receipt } = await save(editor, gallery, { items: [] })
    expect(saved.items).toEqual([])
    expect(outcomesOf(receipt)).toEqual(['scheduled', 'scheduled'])
  })

  test.for([
    ['null', null],
    ['an object', {}],
    ['numbers', [7]],
    ['unknown fields', [{ mediaId: '5f0c1b1e-58a8-4d8a-9f5c-0a4f7f0f3c11', position: 1 }]],
    ['empty strings', ['']],
    ['ids that are none', [{ mediaId: 'x' }]],
  ] as const)('refuses a list of %s', async ([, items]) => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const asked = { params: { galleryId: gallery.id }, version: gallery.version, body: { items } }
    await editor.isRefusedWith('VALIDATION_FAILED', 'saveGallery', asked)
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('keeps the version where a save changes nothing', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { gallery: saved, receipt } = await save(editor, gallery, { items: toEntries(gallery) })
    expect(saved).toEqual(gallery)
    expect(receipt).toMatchObject({ galleryVersion: gallery.version, files: [] })
  })

  test('shows a text of the media wherever it is used, without a new content version', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const before = firstMedia(gallery)
    const params = { mediaId: before.id }
    const changed = await editor.ask('updateMedia', { params, body: { altText: 'Two boats' } })
    expect(changed).toMatchObject({ altText: 'Two boats', title: before.title, contentVersion: 1, urls: before.urls })
    expect(firstMedia(await readGallery(editor, gallery))).toEqual(changed)
    await editor.isRefused('VALIDATION_FAILED', 'updateMedia', { params, body: {} })
  })

  test('adds a staged upload, which then has no lease but a place', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { media } = await stagePicture(editor)
    const items = [{ mediaId: media.id }, ...toEntries(gallery)]
    const { gallery: saved } = await save(editor, gallery, { items })
    expect(mediaOf(saved).map(({ id }) => id)).toEqual([media.id, ...mediaOf(gallery).map(({ id }) => id)])
  })
}

import { expect, test } from 'vitest'
import type { DetailedErrorCode, Gallery } from '../../src/contract/index.ts'
import { firstMedia, makeGallery, mediaOf, readGallery, save, stagePicture, toEntries, upload } from './acts.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

export function testLegacyLists(on: () => Stage): void {
  test('knows its own pictures by URL, in a string or as {url}, whatever version the URL names', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const [one, two] = mediaOf(gallery)
    const items = [{ url: `${two?.urls.original}&w=200`, caption: 'Two' }, `${bare(one?.urls.original)}?v=99#top`]
    const { gallery: saved, receipt } = await save(editor, gallery, { items })
    expect(saved.items).toMatchObject([{ media: { id: two?.id }, caption: 'Two' }, { media: { id: one?.id } }])
    expect(receipt.files).toEqual([])
  })

  test('keeps a foreign URL as an external item, which is never a removed file', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const url = 'https://elsewhere.example/a%20b.jpg?size=2'
    const { gallery: saved } = await save(editor, gallery, { items: [{ url, caption: 'Theirs', isCover: true }] })
    expect(saved.items).toEqual([{ kind: 'external', url, caption: 'Theirs', isCover: true }])
    const { receipt } = await save(editor, saved, { items: [] })
    expect(receipt.files).toEqual([])
  })

  test('takes ids, objects and strings in one list', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const [one, two] = mediaOf(gallery)
    const items = ['https://elsewhere.example/b.jpg', { mediaId: two?.id }, one?.urls.original]
    const { gallery: saved } = await save(editor, gallery, { items })
    expect(saved.items).toMatchObject([{ kind: 'external' }, { media: { id: two?.id } }, { media: { id: one?.id } }])
  })

  test('refuses ids that name nothing', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const mediaId = crypto.randomUUID()
    const { entries } = await refusedSave('MEDIA_UNKNOWN', editor, {
      gallery,
      items: [...toEntries(gallery), { mediaId }],
    })
    expect(entries).toEqual([mediaId])
  })

  test('refuses media and URLs of somebody else', async () => {
    const { editor, other } = on()
    const gallery = await makeGallery(editor)
    const { media } = await upload(other)
    const items = [{ mediaId: media.id }]
    expect((await refusedSave('MEDIA_UNKNOWN', editor, { gallery, items })).entries).toEqual([media.id])
    const url = media.urls.original
    expect((await refusedSave('MEDIA_UNKNOWN', editor, { gallery, items: [url] })).entries).toEqual([url])
  })

  test('refuses a URL of the bucket that names no object', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const url = `${bare(firstMedia(gallery).urls.original)}.other`
    expect((await refusedSave('MEDIA_UNKNOWN', editor, { gallery, items: [url] })).entries).toEqual([url])
  })

  test('names every URL that is nothing of yours', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const base = bare(firstMedia(gallery).urls.original)
    const items = [`${base}.one`, { url: `${base}.two` }, ...toEntries(gallery), `${base}%00`]
    const { entries } = await refusedSave('MEDIA_UNKNOWN', editor, { gallery, items })
    expect(entries).toEqual([`${base}.one`, `${base}.two`, `${base}%00`])
  })

  test('refuses the URL of bytes that were replaced', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { uploadId } = await stagePicture(editor)
    const entries = [{ ...toEntries(gallery)[0], replaceWith: uploadId }]
    const { gallery: replaced } = await save(editor, gallery, { items: entries })
    const items = [firstMedia(gallery).urls.original]
    expect((await refusedSave('MEDIA_UNKNOWN', editor, { gallery: replaced, items })).entries).toEqual(items)
  })

  test('refuses a picture that is named twice, in whatever spelling', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const { id, urls } = firstMedia(gallery)
    const twice = await refusedSave('DUPLICATE_ITEM', editor, { gallery, items: [{ mediaId: id }, { mediaId: id }] })
    expect(twice.entries).toEqual([id])
    const mixed = await refusedSave('DUPLICATE_ITEM', editor, { gallery, items: [{ mediaId: id }, urls.original] })
    expect(mixed.entries).toEqual([urls.original])
    const url = 'https://elsewhere.example/c.jpg'
    expect((await refusedSave('DUPLICATE_ITEM', editor, { gallery, items: [url, { url }] })).entries).toEqual([url])
  })

  test('keeps what the gallery references already, although it belongs to somebody else', async () => {
    const { editor, admin } = on()
    const gallery = await makeGallery(editor)
    const { media } = await stagePicture(admin)
    const items = [...toEntries(gallery), { mediaId: media.id }]
    const { gallery: shared } = await save(admin, gallery, { items })
    const { gallery: saved } = await save(editor, shared, { items: items.toReversed() })
    expect(firstMedia(saved)).toMatchObject({ id: media.id, userId: admin.id })
  })

  test('changes nothing where one entry of a save is refused', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const staged = await stagePicture(editor)
    const [entry] = toEntries(gallery)
    const items = [{ ...entry, replaceWith: staged.uploadId }, { mediaId: crypto.randomUUID() }]
    await refusedSave('MEDIA_UNKNOWN', editor, { gallery, items })
    expect(await readGallery(editor, gallery)).toEqual(gallery)
    await editor.ask('renewUpload', { params: { uploadId: staged.uploadId } })
  })
}

function refusedSave<Code extends DetailedErrorCode>(
  code: Code,
  person: Person,
  { gallery, items }: { gallery: Gallery; items: unknown },
) {
  const asked = { params: { galleryId: gallery.id }, version: gallery.version, body: { items } }
  return person.isRefusedWith(code, 'saveGallery', asked)
}

function bare(url: string | undefined): string {
  return url?.split('?')[0] ?? ''
}

import { expect, test } from 'vitest'
import { endpoints, type Endpoint, type EndpointId } from '../../src/contract/index.ts'
import { keysOf } from '../../src/contract/keys-of.ts'
import { firstMedia, makeGallery, readGallery, readReceipt, save, upload } from './acts.ts'
import type { Stage } from './stage.ts'

const idParams = ['mediaId', 'galleryId', 'documentId', 'uploadId', 'deletionId'] as const

export function testAccess(on: () => Stage): void {
  test.for(idsWith('user', 'admin'))('wants a token for %s', async (id) => {
    const row: Endpoint = endpoints[id]
    const ids = Object.fromEntries(idParams.map((name) => [name, crypto.randomUUID()]))
    const params = { contentType: 'articles', objectId: '42', ...ids }
    const body = row.multipart ? new FormData() : row.body && {}
    await on().anyone.isRefused('UNAUTHENTICATED', id, { params, body })
  })

  test.for(idsWith('admin'))('lets only an admin call %s', async (id) => {
    const { editor, admin } = on()
    await editor.isRefused('FORBIDDEN', id)
    await admin.ask(id)
  })

  test('refuses a token that is none', async () => {
    const headers = { Authorization: 'Bearer nonsense' }
    await on().anyone.isRefused('UNAUTHENTICATED', 'getMe', { headers })
  })

  test('says whose token it is', async () => {
    const { editor, admin } = on()
    expect(await editor.ask('getMe')).toMatchObject({ id: editor.id, role: 'editor' })
    expect(await admin.ask('getMe')).toMatchObject({ id: admin.id, role: 'admin' })
  })

  test('shows a published gallery to anyone', async () => {
    const { editor, other, anyone } = on()
    const gallery = await makeGallery(editor, { published: true })
    expect(await readGallery(anyone, gallery)).toEqual(gallery)
    expect(await readGallery(other, gallery)).toEqual(gallery)
  })

  test('shows an unpublished gallery to its user and an admin only', async () => {
    const { editor, other, anyone, admin } = on()
    const gallery = await makeGallery(editor)
    const asked = { params: { galleryId: gallery.id } }
    await anyone.isRefused('GALLERY_NOT_FOUND', 'getGallery', asked)
    await other.isRefused('GALLERY_NOT_FOUND', 'getGallery', asked)
    expect(await readGallery(admin, gallery)).toEqual(gallery)
  })

  test('lists published galleries for anyone', async () => {
    const { editor, anyone } = on()
    const published = await makeGallery(editor, { published: true })
    const hidden = await makeGallery(editor, { pictures: 0 })
    const ids = (await anyone.ask('listGalleries')).items.map(({ id }) => id)
    expect(ids).toContain(published.id)
    expect(ids).not.toContain(hidden.id)
  })

  test('knows no gallery of somebody else that is to be changed, even a published one', async () => {
    const { editor, other } = on()
    const gallery = await makeGallery(editor, { published: true })
    const asked = { params: { galleryId: gallery.id }, version: gallery.version }
    await other.isRefused('GALLERY_NOT_FOUND', 'saveGallery', { ...asked, body: { items: [] } })
    await other.isRefused('GALLERY_NOT_FOUND', 'planGallerySave', { ...asked, body: { items: [] } })
    await other.isRefused('GALLERY_NOT_FOUND', 'planGalleryDeletion', asked)
    await other.isRefused('GALLERY_NOT_FOUND', 'deleteGallery', asked)
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('knows no media of somebody else', async () => {
    const { editor, other } = on()
    const { media } = await upload(editor)
    const asked = { params: { mediaId: media.id } }
    await other.isRefused('MEDIA_NOT_FOUND', 'getMedia', asked)
    await other.isRefused('MEDIA_NOT_FOUND', 'updateMedia', { ...asked, body: { title: 'Mine now' } })
    await other.isRefused('MEDIA_NOT_FOUND', 'deleteMedia', asked)
    await other.isRefused('MEDIA_NOT_FOUND', 'replaceMediaFile', { ...asked, body: { uploadId: crypto.randomUUID() } })
    expect(await editor.ask('getMedia', asked)).toEqual(media)
  })

  test('shows the media of an object to anyone', async () => {
    const { editor, anyone } = on()
    const attachTo = { contentType: 'cities.city', objectId: crypto.randomUUID() }
    const { media } = await upload(editor, { attachTo })
    expect((await anyone.ask('getMediaForObject', { params: attachTo })).items).toEqual([media])
  })

  test('hides a gallery again that is no longer published', async () => {
    const { editor, anyone } = on()
    const gallery = await makeGallery(editor, { published: true })
    const { gallery: hidden } = await save(editor, gallery, { published: false })
    await anyone.isRefused('GALLERY_NOT_FOUND', 'getGallery', { params: { galleryId: gallery.id } })
    const listed = async () => (await anyone.ask('listGalleries')).items.map(({ id }) => id)
    expect(await listed()).not.toContain(gallery.id)
    await save(editor, hidden, { published: true })
    expect(await listed()).toContain(gallery.id)
  })

  test('lets the user follow and take back what an admin did to a gallery of theirs', async () => {
    const { editor, admin } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { receipt } = await save(admin, gallery, { items: [] })
    expect(await readReceipt(editor, receipt)).toEqual(receipt)
    const undone = await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    expect(undone.gallery?.items).toEqual(gallery.items)
  })

  test('lets an admin change what belongs to others', async () => {
    const { editor, admin } = on()
    const gallery = await makeGallery(editor)
    const { gallery: saved } = await save(admin, gallery, { title: 'Tidied' })
    expect(saved).toMatchObject({ title: 'Tidied', userId: editor.id })
    const params = { mediaId: firstMedia(gallery).id }
    expect(await admin.ask('getMedia', { params })).toEqual(firstMedia(saved))
  })
}

function idsWith(...access: readonly Endpoint['access'][]): EndpointId[] {
  return keysOf(endpoints).filter((id) => access.includes(endpoints[id].access))
}

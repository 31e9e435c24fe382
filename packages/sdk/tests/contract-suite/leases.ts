import { expect, test } from 'vitest'
import { limits } from '../../src/contract/index.ts'
import { firstMedia, makeGallery, readGallery, save, stagePicture, toEntries, upload } from './acts.ts'
import type { Stage } from './stage.ts'

export function testLeases(on: () => Stage): void {
  test('stages an upload for 24 hours', async () => {
    const { leaseExpiresAt } = await stagePicture(on().editor)
    const leftMs = Date.parse(leaseExpiresAt ?? '') - Date.now()
    expect(Math.abs(leftMs - limits.stagedLeaseMs)).toBeLessThan(60_000)
  })

  test('pins an upload without a purpose to the library', async () => {
    const { editor } = on()
    const { media, leaseExpiresAt } = await upload(editor)
    expect(leaseExpiresAt).toBeNull()
    const { items } = await editor.ask('listMedia')
    expect(items.map(({ id }) => id)).toContain(media.id)
  })

  test('attaches an upload to an object', async () => {
    const { editor } = on()
    const attachTo = { contentType: 'cities.city', objectId: crypto.randomUUID() }
    const { media, leaseExpiresAt } = await upload(editor, { attachTo })
    expect(leaseExpiresAt).toBeNull()
    expect(media.attachment).toEqual(attachTo)
  })

  test('refuses an upload that is staged and attached', async () => {
    const body = { staged: true, attachTo: { contentType: 'cities.city', objectId: '1' } }
    const params = { uploadId: crypto.randomUUID() }
    await on().editor.isRefused('VALIDATION_FAILED', 'completeUpload', { params, body })
  })

  test('renews a staged upload', async () => {
    const { editor } = on()
    const { uploadId, leaseExpiresAt } = await stagePicture(editor)
    const renewed = await editor.ask('renewUpload', { params: { uploadId } })
    expect(renewed.uploadId).toBe(uploadId)
    expect(Date.parse(renewed.leaseExpiresAt)).toBeGreaterThanOrEqual(Date.parse(leaseExpiresAt ?? ''))
  })

  test('renews nothing that was used', async () => {
    const { editor } = on()
    const { uploadId } = await upload(editor)
    await editor.isRefused('UPLOAD_ALREADY_USED', 'renewUpload', { params: { uploadId } })
  })

  test('knows no upload of somebody else', async () => {
    const { editor, other } = on()
    const { uploadId } = await stagePicture(editor)
    await other.isRefused('UPLOAD_NOT_FOUND', 'renewUpload', { params: { uploadId } })
    await other.isRefused('UPLOAD_NOT_FOUND', 'completeUpload', { params: { uploadId }, body: {} })
  })

  test('lets go of a staged upload whose lease ran out', async ({ skip }) => {
    const { editor, backend } = on()
    skip(backend.expireUpload === undefined, 'this backend cannot end a lease')
    const gallery = await makeGallery(editor, { pictures: 1 })
    const { uploadId, media } = await stagePicture(editor)
    await backend.expireUpload?.(uploadId)
    await editor.isRefused('UPLOAD_EXPIRED', 'renewUpload', { params: { uploadId } })
    const [entry] = toEntries(gallery)
    const details = await editor.isRefusedWith('UPLOAD_EXPIRED', 'saveGallery', {
      params: { galleryId: gallery.id },
      version: gallery.version,
      body: { items: [{ ...entry, replaceWith: uploadId }] },
    })
    expect(details.uploadIds).toEqual([uploadId])
    await expect.poll(async () => (await editor.send('getMedia', { params: { mediaId: media.id } })).status).toBe(404)
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })

  test('ends the lease of a staged upload that a save uses', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 0 })
    const { uploadId, media } = await stagePicture(editor)
    const saved = await save(editor, gallery, { items: [{ mediaId: media.id }] })
    expect(firstMedia(saved.gallery).id).toBe(media.id)
    await editor.isRefused('UPLOAD_ALREADY_USED', 'renewUpload', { params: { uploadId } })
  })
}

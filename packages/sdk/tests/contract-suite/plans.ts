import { expect, test } from 'vitest'
import { firstMedia, makeGallery, mediaOf, readGallery, save, stagePicture, toEntries } from './acts.ts'
import type { Stage } from './stage.ts'

export function testPlans(on: () => Stage): void {
  test('says what a save would delete and keep, without doing it', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 3 })
    const [alone, shared, replaced] = mediaOf(gallery)
    const holder = await makeGallery(editor, { pictures: 0 })
    await save(editor, holder, { items: [{ mediaId: shared?.id }] })
    const staged = await stagePicture(editor)
    const asked = {
      params: { galleryId: gallery.id },
      version: gallery.version,
      body: { items: [{ mediaId: replaced?.id, replaceWith: staged.uploadId }] },
    }
    const plan = await editor.ask('planGallerySave', asked)
    expect(plan).toMatchObject({ galleryId: gallery.id, galleryVersion: gallery.version, deleteCount: 2, keepCount: 1 })
    expect(plan.files).toHaveLength(3)
    expect(plan.files).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ mediaId: alone?.id, reason: 'removed', verdict: 'delete', usedBy: [] }),
        expect.objectContaining({
          mediaId: shared?.id,
          reason: 'removed',
          verdict: 'keep',
          usedBy: [{ kind: 'gallery', id: holder.id, title: holder.title }],
        }),
        expect.objectContaining({ mediaId: replaced?.id, reason: 'replaced', verdict: 'delete' }),
      ]),
    )
    const deleted = plan.files.filter(({ verdict }) => verdict === 'delete')
    expect(plan.deleteBytes).toBe(deleted.reduce((sum, file) => sum + file.storedBytes, 0))
    expect((await editor.ask('planGallerySave', asked)).hash).toBe(plan.hash)
    expect(await readGallery(editor, gallery)).toEqual(gallery)
    await editor.ask('renewUpload', { params: { uploadId: staged.uploadId } })
  })

  test('tells two different plans apart by their hash', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const plan = (items: unknown) =>
      editor.ask('planGallerySave', {
        params: { galleryId: gallery.id },
        version: gallery.version,
        body: { items },
      })
    const [one, other] = await Promise.all([plan([]), plan(toEntries(gallery).slice(1))])
    expect(one.hash).not.toBe(other.hash)
  })

  test('refuses to plan what a save would refuse', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor)
    const items = [{ mediaId: crypto.randomUUID() }]
    const asked = { params: { galleryId: gallery.id }, version: gallery.version, body: { items } }
    await editor.isRefused('MEDIA_UNKNOWN', 'planGallerySave', asked)
  })

  test('refuses a save whose plan is not what was shown, with the new plan', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const asked = { params: { galleryId: gallery.id }, version: gallery.version }
    const shown = await editor.ask('planGallerySave', { ...asked, body: { items: [] } })
    await save(editor, await makeGallery(editor, { pictures: 0 }), { items: toEntries(gallery) })
    const body = { items: [], ifPlan: shown.hash }
    const { plan } = await editor.isRefusedWith('PLAN_STALE', 'saveGallery', { ...asked, body })
    expect(plan).toMatchObject({ deleteCount: 0, keepCount: 1 })
    expect(await readGallery(editor, gallery)).toEqual(gallery)
    const saved = await save(editor, gallery, { items: [], ifPlan: plan.hash })
    expect(saved.receipt.files.map((file) => file.outcome)).toEqual(['kept'])
  })

  test('says what deleting a gallery would delete, without doing it', async () => {
    const { editor } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const plan = await editor.ask('planGalleryDeletion', { params: { galleryId: gallery.id } })
    expect(plan.files).toMatchObject([{ mediaId: firstMedia(gallery).id, verdict: 'delete' }])
    expect(plan.files[0]?.objectCount).toBeGreaterThan(1)
    expect(await readGallery(editor, gallery)).toEqual(gallery)
  })
}

import { expect, test } from 'vitest'
import { firstMedia, makeGallery, save, stagePicture, untilOutcome, upload } from './acts.ts'
import type { Stage } from './stage.ts'

const toParams = ({ id }: { id: string }) => ({ params: { mediaId: id } })

/** What a patient backend proves, and why its files are there. */
export function testProof(on: () => Stage): void {
  test('proves that bucket and rows fit, and says when', async () => {
    const { editor, admin } = on()
    await makeGallery(editor)
    const report = await admin.ask('reconcile')
    expect(report).toMatchObject({ stopped: null, pairing: 'paired' })
    expect([report.strays.count, report.dangling.count, report.wrongSize.count]).toEqual([0, 0, 0])
    const proof = await admin.ask('getInvariants')
    expect(proof).toMatchObject({
      orphanCount: 0,
      danglingCount: 0,
      objectCount: report.objectCount,
      provenAt: report.finishedAt,
    })
    expect(proof.invariants.filter(({ violationCount }) => violationCount !== 0)).toEqual([])
  })

  test('says why a file is there: used, staged, or condemned by a save', async () => {
    const { editor, admin } = on()
    const { media: staged } = await stagePicture(editor)
    expect(await editor.ask('getMediaWhy', toParams(staged))).toMatchObject({ fate: 'staged', usedBy: [] })
    const gallery = await makeGallery(editor, { pictures: 1 })
    const media = firstMedia(gallery)
    const used = await admin.ask('getMediaWhy', toParams(media))
    expect(used).toMatchObject({ fate: 'used', usedBy: [{ kind: 'gallery', id: gallery.id, title: gallery.title }] })
    const saved = await save(editor, gallery, { items: [] })
    const { fate, usedBy, files } = await editor.ask('getMediaWhy', toParams(media))
    expect([fate, usedBy, files.length]).toEqual(['condemned', [], 1])
    expect(files[0]?.dueAt).toBe(saved.receipt.files[0]?.dueAt)
    expect(files[0]?.removedBy).toMatchObject([
      {
        deletionId: saved.receipt.id,
        action: 'gallery-saved',
        reason: 'removed',
        galleryId: gallery.id,
        galleryVersion: saved.gallery.version,
        undoneAt: null,
      },
    ])
  })

  test('tells nobody else why, and knows nothing of a media that never was', async () => {
    const { editor, other } = on()
    const { media } = await upload(editor)
    await other.isRefused('MEDIA_NOT_FOUND', 'getMediaWhy', toParams(media))
    await editor.isRefused('MEDIA_NOT_FOUND', 'getMediaWhy', toParams({ id: crypto.randomUUID() }))
  })
}

/** Why files of a quick backend are gone. */
export function testWhyGone(on: () => Stage): void {
  test('says why a file is gone, when it went, and which save removed it', async () => {
    const { editor, other } = on()
    const gallery = await makeGallery(editor, { pictures: 1 })
    const media = firstMedia(gallery)
    const { receipt } = await save(editor, gallery, { items: [] })
    const done = await untilOutcome(editor, receipt, 'deleted')
    const { fate, files } = await editor.ask('getMediaWhy', toParams(media))
    expect([fate, files.length]).toEqual(['deleted', 1])
    expect(files[0]).toMatchObject({ isCurrent: false, deletedAt: done.files[0]?.deletedAt })
    expect(files[0]?.purges).toHaveLength(done.files[0]?.objectCount ?? 0)
    expect(files[0]?.removedBy).toMatchObject([{ deletionId: receipt.id, galleryId: gallery.id }])
    await other.isRefused('MEDIA_NOT_FOUND', 'getMediaWhy', toParams(media))
  })
}

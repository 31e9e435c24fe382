import { expect, test } from 'vitest'
import { outcomesOf, upload } from './acts.ts'
import type { Stage } from './stage.ts'

const newObject = () => ({ contentType: 'cities.city', objectId: crypto.randomUUID() })

export function testObjects(on: () => Stage): void {
  test('takes all media off an object that goes, and plans it before', async () => {
    const { editor } = on()
    const params = newObject()
    const first = await upload(editor, { attachTo: params })
    const second = await upload(editor, { attachTo: params })
    const plan = await editor.ask('planObjectMediaDeletion', { params })
    expect(plan).toMatchObject({ ...params, deleteCount: 2, keepCount: 0 })
    const listed = await editor.ask('getMediaForObject', { params })
    expect(listed.items.map(({ id }) => id)).toEqual([first.media.id, second.media.id])
    const receipt = await editor.ask('deleteObjectMedia', { params })
    expect(receipt.action).toBe('object-media-removed')
    expect(outcomesOf(receipt)).toEqual(['scheduled', 'scheduled'])
    expect((await editor.ask('getMediaForObject', { params })).items).toEqual([])
    expect((await editor.ask('deleteObjectMedia', { params })).files).toEqual([])
  })

  test('detaches one media of an object, and an undo attaches it again', async () => {
    const { editor } = on()
    const params = newObject()
    const kept = await upload(editor, { attachTo: params })
    const { media } = await upload(editor, { attachTo: params })
    const receipt = await editor.ask('deleteObjectMedia', { params, query: { mediaId: media.id } })
    expect(receipt.files).toMatchObject([{ mediaId: media.id, outcome: 'scheduled' }])
    expect((await editor.ask('getMediaForObject', { params })).items.map(({ id }) => id)).toEqual([kept.media.id])
    await editor.ask('undoDeletion', { params: { deletionId: receipt.id } })
    const listed = await editor.ask('getMediaForObject', { params })
    expect(listed.items.map(({ id }) => id)).toEqual([kept.media.id, media.id])
  })

  test('leaves media of others where they are', async () => {
    const { editor, other, admin } = on()
    const params = newObject()
    await upload(editor, { attachTo: params })
    expect((await other.ask('deleteObjectMedia', { params })).files).toEqual([])
    expect((await other.ask('planObjectMediaDeletion', { params })).files).toEqual([])
    expect((await editor.ask('getMediaForObject', { params })).items).toHaveLength(1)
    expect((await admin.ask('deleteObjectMedia', { params })).files).toHaveLength(1)
  })
}

import { expect, test } from 'vitest'
import { isServed, firstMedia, makeGallery, outcomesOf, readReceipt, save } from './acts.ts'
import type { Stage } from './stage.ts'

export function testStorageOff(on: () => Stage): void {
  test('takes no uploads while storage is off, saves all the same, and holds what is dropped', async ({ skip }) => {
    const { editor, backend } = on()
    skip(backend.setStorage === undefined, 'this backend cannot switch storage off')
    const gallery = await makeGallery(editor, { pictures: 1 })
    await backend.setStorage?.(false)
    try {
      const body = { fileName: 'a.png', mime: 'image/png', sizeBytes: 10 }
      await editor.isRefused('STORAGE_OFF', 'createUpload', { body })
      const { receipt } = await save(editor, gallery, { items: [] })
      expect(outcomesOf(receipt)).toEqual(['held'])
      await backend.setStorage?.(true)
      const probe = await makeGallery(editor, { pictures: 1 })
      const dropped = await save(editor, probe, { items: [] })
      await expect
        .poll(async () => outcomesOf(await readReceipt(editor, dropped.receipt)), { timeout: 20_000 })
        .toEqual(['deleted'])
      expect(outcomesOf(await readReceipt(editor, receipt))).toEqual(['held'])
      expect(await isServed(firstMedia(gallery).urls.original)).toBe(true)
    } finally {
      await backend.setStorage?.(true)
    }
  })
}

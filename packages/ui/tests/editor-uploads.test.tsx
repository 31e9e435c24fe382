import type { Gallery } from '@gallerist/sdk/contract'
import { expect, test } from 'vitest'
import { openEditor } from './editor-driver.tsx'

test('a new image keeps its tile through upload and save', async () => {
  const editor = await openEditor()
  await editor.addFile('new.png')
  await editor.rows().nth(4).findElement()
  const tile = editor.rows().nth(4).element()
  await expect.element(editor.button('Save')).toBeVisible()
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(editor.rows().nth(4).element()).toBe(tile)
  expect(editor.saves()).toHaveLength(1)
  expect(editor.backend.readGallery(editor.galleryId).items).toHaveLength(5)
})

test('a save waits for uploads, and can be taken back while it waits', async () => {
  const editor = await openEditor({ hold: 'POST /bucket' })
  await editor.addFile('new.png')
  await editor.press('Save when 1 upload finishes')
  await editor.press('Cancel save')
  await editor.press('Save when 1 upload finishes')
  await expect.element(editor.button('Cancel save')).toBeVisible()
  expect(editor.saves()).toEqual([])
  editor.release()
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(editor.backend.readGallery(editor.galleryId).items).toHaveLength(5)
})

test('a failed upload stays, blocks the save, and succeeds on retry', async () => {
  const editor = await openEditor({
    prepare: (backend) => void backend.faults.add({ kind: 'refused', endpoint: 'completeUpload', code: 'FORBIDDEN' }),
  })
  await editor.addFile('new.png')
  await expect.element(editor.button('1 upload failed')).toBeVisible()
  await expect.element(editor.button('Save')).toHaveAttribute('aria-disabled', 'true')
  await editor.press(/^Retry upload of/)
  await expect.element(editor.button('Save')).toHaveAttribute('aria-disabled', 'false')
  await editor.press('Save')
  await expect.poll(() => editor.version()).toBe(2)
})

test('cancelling an upload takes its tile away and leaves nothing to save', async () => {
  const editor = await openEditor({ hold: 'POST /bucket' })
  await editor.addFile('new.png')
  await editor.press(/^Cancel upload of/)
  await expect.element(editor.button(/^Save/)).not.toBeInTheDocument()
  expect(editor.rows().elements()).toHaveLength(4)
})

test('a replacement shows before and after, and takes effect on save', async () => {
  const editor = await openEditor()
  await editor.openTile(0)
  await editor.replaceOpen('other.png')
  await expect.element(editor.text('After saving')).toBeVisible()
  await expect.element(editor.button('Save')).toBeVisible()
  expect(contentVersion(editor.backend.readGallery(editor.galleryId))).toBe(1)
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(contentVersion(editor.backend.readGallery(editor.galleryId))).toBe(2)
  await expect.poll(() => editor.images()[0]).toContain('v=2')
})

test('a replacement can be dropped before it is saved', async () => {
  const editor = await openEditor()
  await editor.openTile(0)
  await editor.replaceOpen('other.png')
  await editor.press('Keep the old picture')
  await expect.element(editor.button('Save')).not.toBeInTheDocument()
})

test('an upload whose lease ran out offers to send it again, and then is saved', async () => {
  const editor = await openEditor()
  await editor.addFile('new.png')
  await expect.element(editor.button('Save')).toHaveAttribute('aria-disabled', 'false')
  editor.backend.faults.add({ kind: 'lease-ran-out' })
  await editor.press('Save')
  await expect.element(editor.button('1 upload failed')).toBeVisible()
  expect(editor.version()).toBe(1)
  await editor.press(/^Send again|^Retry upload of/)
  await expect.element(editor.button('1 upload failed')).not.toBeInTheDocument()
  await editor.press(/^Save|^Try again/)
  await expect.poll(() => editor.version()).toBe(2)
  expect(editor.backend.readGallery(editor.galleryId).items).toHaveLength(5)
})

test('files that are no pictures are refused with their reasons and never sent', async () => {
  const editor = await openEditor()
  await editor.rows().first().findElement()
  await editor.addFile(new File(['%PDF-1.7'], 'invoice.png', { type: 'image/png' }))
  await expect.element(editor.text(/^invoice.png: Not a picture/)).toBeVisible()
  expect(editor.writes).toEqual([])
  await editor.press('Dismiss')
  await expect.element(editor.screen.getByRole('alert')).not.toBeInTheDocument()
})

test('leaving the page inside the app aborts and deletes nothing', async () => {
  const editor = await openEditor({ hold: 'POST /bucket' })
  await editor.removeTile(0)
  await editor.addFile('new.png')
  await expect.poll(() => editor.writes.includes('POST /bucket')).toBe(true)
  await editor.screen.unmount()
  editor.release()
  await expect.poll(() => editor.backend.objectKeys().length).toBe(4 * 3 + 3)
  expect(editor.writes.filter((request) => request.startsWith('DELETE'))).toEqual([])
  expect(editor.saves()).toEqual([])
})

function contentVersion({ items: [first] }: Gallery): number | undefined {
  return first?.kind === 'media' ? first.media.contentVersion : undefined
}

test('the end of uploads is told by what went up: a cancelled file is none, and earlier ones are no news', async () => {
  const editor = await openEditor()
  const news = () => editor.screen.container.querySelector('.gl-upload-summary [aria-live]')?.textContent
  await editor.addFile('first.png')
  await expect.poll(news).toBe('1 file uploaded')
  editor.backend.faults.add({ kind: 'refused', endpoint: 'createUpload', code: 'FORBIDDEN' })
  await editor.addFile('second.png')
  await expect.poll(news).toBe('1 upload failed')
  await editor.press(/^Remove second/)
  await editor.addFile('third.png')
  await expect.poll(news).toBe('1 file uploaded')
})

test('cancelling the only upload announces no uploaded file', async () => {
  const editor = await openEditor({ hold: 'POST /bucket' })
  const news = () => editor.screen.container.querySelector('.gl-upload-summary [aria-live]')?.textContent
  await editor.addFile('new.png')
  await expect.poll(news).toBe('Uploading 1 file')
  await editor.press(/^Cancel upload of/)
  await expect.poll(news).toBe('')
})

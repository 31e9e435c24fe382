import { readUrlVersion } from '@gallerist/sdk/contract'
import { expect, test } from 'vitest'
import { makePictureFile } from './editor-app.tsx'
import { openEditor } from './editor-driver.tsx'

test('a refetch never overwrites a draft, and says that there is a newer version', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  editor.backend.editGallery(editor.galleryId, () => ({ items: [] }))
  await editor.refetch()
  await expect.element(editor.text('Someone else saved this gallery')).toBeVisible()
  expect(editor.rows().elements()).toHaveLength(3)
  expect(editor.changes()).toEqual([])
})

test('an untouched editor shows what a refetch brings', async () => {
  const editor = await openEditor()
  await editor.rows().first().findElement()
  editor.backend.editGallery(editor.galleryId, ({ items }) => ({ items: items.slice(0, 2) }))
  await editor.press('Refresh')
  await expect.poll(() => editor.rows().elements().length).toBe(2)
})

test('Refresh brings the address of new bytes, also into a draft with edits, which it keeps', async () => {
  const editor = await openEditor()
  await editor.removeTile(3)
  const before = editor.images()[0] ?? ''
  const [first] = editor.backend.readGallery(editor.galleryId).items
  if (first?.kind === 'media') await editor.client.media.replaceFile(first.media.id, await makePictureFile('new.png'))
  await editor.press('Refresh')
  expect(readUrlVersion(before)).toBe('1')
  await expect.poll(() => readUrlVersion(editor.images()[0] ?? '')).toBe('2')
  expect(editor.rows().elements()).toHaveLength(3)
})

test('a failed refresh leaves the draft on the page', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  editor.backend.faults.add({ kind: 'refused', endpoint: 'getGallery', code: 'FORBIDDEN' })
  await editor.press('Refresh')
  await expect.element(editor.text('The gallery could not be refreshed')).toBeVisible()
  expect(editor.rows().elements()).toHaveLength(3)
})

test('a gallery that cannot be loaded can be tried again', async () => {
  const editor = await openEditor({
    prepare: (backend) => void backend.faults.add({ kind: 'refused', endpoint: 'getGallery', code: 'FORBIDDEN' }),
  })
  await expect.element(editor.text('The gallery could not be loaded')).toBeVisible()
  await editor.press('Try again')
  await expect.element(editor.rows().nth(3)).toBeVisible()
})

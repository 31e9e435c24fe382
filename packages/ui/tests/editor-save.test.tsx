import { onlineManager } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { openEditor } from './editor-driver.tsx'

test('a removed image is gone from storage on save, when the grace is over, and not before', async () => {
  let nowMs = Date.now()
  const editor = await openEditor({ seed: { items: 3 }, backend: { graceMs: 60_000, now: () => nowMs } })
  await editor.removeTile(1)
  await expect.element(editor.text('1 removed')).toBeVisible()
  expect(editor.changes()).toEqual([])
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(editor.saves()).toHaveLength(1)
  expect(editor.changes()).toHaveLength(1)
  expect(editor.backend.objectKeys()).toHaveLength(9)
  nowMs += 60_000
  expect(editor.backend.objectKeys()).toHaveLength(6)
})

test('the save bar says what a save will do, and the tray brings an image back', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  await expect.element(editor.text(/^\d.* will be deleted$/)).toBeVisible()
  await editor.press('1 removed')
  await editor.press(/^Restore .+/)
  await expect.element(editor.button('Save')).not.toBeInTheDocument()
  expect(editor.rows().elements()).toHaveLength(4)
  expect(editor.changes()).toEqual([])
})

test('a file that something else uses is shown as kept', async () => {
  const editor = await openEditor({
    prepare(backend, galleryId) {
      const [first] = backend.readGallery(galleryId).items
      if (first?.kind === 'media') backend.seedGallery({ title: 'Summer', items: [{ mediaId: first.media.id }] })
    },
  })
  await editor.removeTile(0)
  await editor.press('1 removed')
  await expect.element(editor.text('Will be kept: also used by ‘Summer’')).toBeVisible()
})

test('undo takes edits back step by step, and then there is nothing to save', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  await editor.removeTile(0)
  await editor.screen.getByRole('button', { name: 'Undo' }).first().click()
  await expect.element(editor.text('1 removed')).toBeVisible()
  await editor.screen.getByRole('button', { name: 'Undo' }).first().click()
  await expect.element(editor.button('Save')).not.toBeInTheDocument()
  expect(editor.rows().elements()).toHaveLength(4)
})

test('a conflict keeps the draft, says what happened and sends nothing more', async () => {
  const editor = await openEditor({
    prepare: (backend) => void backend.faults.add({ kind: 'conflict-on-save', edit: () => ({ items: [] }) }),
  })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.text('Someone else saved this gallery')).toBeVisible()
  await expect.element(editor.text(/^Version 2.*4 removed/)).toBeVisible()
  expect(editor.rows().elements()).toHaveLength(3)
  editor
    .button('Save')
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(editor.saves()).toHaveLength(1)
})

test('their version is loaded only when a person gives the draft up', async () => {
  const editor = await openEditor({ prepare: (backend) => void backend.faults.add({ kind: 'conflict-on-save' }) })
  await editor.removeTile(0)
  await editor.press('Save')
  await editor.press('Discard mine and load theirs')
  await editor.screen.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click()
  expect(editor.rows().elements()).toHaveLength(3)
  await editor.press('Discard mine and load theirs')
  await editor.screen.getByRole('dialog').getByRole('button', { name: 'Discard mine and load theirs' }).click()
  await expect.poll(() => editor.rows().elements().length).toBe(4)
  await expect.element(editor.text('Someone else saved this gallery')).not.toBeInTheDocument()
})

test('a save whose answer is lost is committed once', async () => {
  const editor = await openEditor({
    prepare: (backend) => void backend.faults.add({ kind: 'answer-lost', endpoint: 'saveGallery' }),
  })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(editor.version()).toBe(2)
})

test('a failed save keeps the draft and can be tried again', async () => {
  const refused = { kind: 'refused', endpoint: 'saveGallery', code: 'FORBIDDEN' } as const
  const editor = await openEditor({ prepare: (backend) => void backend.faults.add(refused) })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.text(/You may not do this/)).toBeVisible()
  await editor.press('Try again')
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(editor.version()).toBe(2)
})

test('edits made while a save is under way survive it', async () => {
  const editor = await openEditor({ hold: 'PUT /api/galleries' })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.button('Saving…')).toBeVisible()
  await editor.removeTile(0)
  editor.release()
  await expect.element(editor.text('Saved')).toBeVisible()
  await expect.element(editor.text('1 removed')).toBeVisible()
  expect(editor.rows().elements()).toHaveLength(2)
  await editor.press('Save')
  await expect.poll(() => editor.version()).toBe(3)
  expect(editor.backend.readGallery(editor.galleryId).items).toHaveLength(2)
})

test('undoing a save brings everything back', async () => {
  const editor = await openEditor({ backend: { graceMs: 600_000 } })
  const before = editor.backend.objectKeys()
  await editor.removeTile(0)
  await editor.press('Save')
  await editor.press(/^Undo save/)
  await expect.element(editor.text('Save undone')).toBeVisible()
  await expect.poll(() => editor.rows().elements().length).toBe(4)
  expect(editor.backend.objectKeys()).toEqual(before)
  await expect.element(editor.button('Save')).not.toBeInTheDocument()
})

test('undoing a save keeps what was edited since', async () => {
  const editor = await openEditor({ backend: { graceMs: 600_000 } })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  await editor.removeTile(2)
  await editor.press(/^Undo save/)
  await expect.element(editor.text('Save undone')).toBeVisible()
  await expect.poll(() => editor.rows().elements().length).toBe(3)
  await expect.element(editor.text('1 removed')).toBeVisible()
  await expect.element(editor.text('Someone else saved this gallery')).not.toBeInTheDocument()
})

test('the receipt follows a file until it is seen to be gone', async () => {
  const editor = await openEditor({ backend: { graceMs: 0 } })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.text(/^1 file deleted/)).toBeVisible()
  await expect.element(editor.text('Deleted')).toBeVisible()
})

test('onSaved tells the host of the gallery and the receipt, onDirtyChange of unsaved changes', async () => {
  const news: unknown[] = []
  const editor = await openEditor({
    props: {
      onSaved: ({ gallery, receipt }) => news.push([gallery.version, receipt.files.length]),
      onDirtyChange: (isDirty) => news.push(isDirty),
    },
  })
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  await expect.poll(() => news.filter((item) => item !== false)).toEqual([true, [2, 1]])
  expect(news.at(-1)).toBe(false)
})

test('a save is sent though the browser believes itself offline: it ends in an answer, not in waiting', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
})

test('the tray does not open by itself for the next removal', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  await editor.press('1 removed')
  await editor.press(/^Restore .+/)
  await editor.removeTile(0)
  await expect.element(editor.button('1 removed')).toHaveAttribute('aria-expanded', 'false')
})

test('that an earlier save could not be undone is not said of the next one', async () => {
  let nowMs = Date.now()
  const editor = await openEditor({ backend: { graceMs: 60_000, now: () => nowMs } })
  await editor.removeTile(0)
  await editor.press('Save')
  await editor.button(/^Undo save/).findElement()
  nowMs += 61_000
  await editor.press(/^Undo save/)
  await expect.element(editor.text(/This save could not be undone/)).toBeVisible()
  await editor.removeTile(0)
  await editor.press('Save')
  await expect.poll(() => editor.version()).toBe(3)
  await expect.element(editor.text(/This save could not be undone/)).not.toBeInTheDocument()
})

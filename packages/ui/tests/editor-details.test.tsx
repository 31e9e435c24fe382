import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openEditor } from './editor-driver.tsx'

test('alt text is an edit of the draft: one step of history for one visit, sent with Save', async () => {
  const editor = await openEditor()
  await editor.openTile(0)
  await editor.screen.getByLabelText('Alt text').fill('')
  await userEvent.type(editor.screen.getByLabelText('Alt text'), 'A boat')
  await expect.element(editor.text('1 alt text')).toBeVisible()
  expect(editor.changes()).toEqual([])
  await editor.press('Save')
  await expect.element(editor.text('Saved')).toBeVisible()
  expect(editor.backend.readGallery(editor.galleryId).items[0]?.alt).toBe('A boat')
})

test('decorative is an empty alt text, and can be taken back', async () => {
  const editor = await openEditor()
  await editor.openTile(0)
  await editor.screen.getByRole('checkbox', { name: /^Decorative/ }).click()
  await expect.element(editor.screen.getByLabelText('Alt text')).toHaveAttribute('readonly')
  await editor.press("Use the file's own text")
  await expect.element(editor.screen.getByLabelText('Alt text')).not.toHaveAttribute('readonly')
  await expect.element(editor.button('Save')).not.toBeInTheDocument()
})

test('the position field moves the image', async () => {
  const editor = await openEditor()
  await editor.openTile(0)
  const first = editor.images()[0]
  await editor.screen.getByLabelText(/^Position/).fill('3')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => editor.images()[2]).toBe(first)
  await expect.element(editor.text('order changed')).toBeVisible()
})

test('details stand beside a wide grid and give the focus back to the tile', async () => {
  const editor = await openEditor()
  await editor.openTile(1)
  await expect.element(editor.screen.getByLabelText('Alt text')).toHaveFocus()
  await expect.element(editor.screen.getByRole('dialog')).toHaveAttribute('data-placement', 'side')
  await editor.press('Next image')
  await expect.element(editor.screen.getByLabelText('Alt text')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(editor.screen.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(editor.rows().nth(2)).toHaveFocus()
})

test('on a narrow page details are a modal dialog', async () => {
  const editor = await openEditor({ widthPx: 400 })
  await editor.openTile(1)
  await expect.element(editor.screen.getByRole('dialog')).toHaveAttribute('data-placement', 'over')
  await expect.poll(() => editor.screen.getByRole('dialog').element().matches(':modal')).toBe(true)
  await editor.press('Close details')
  await expect.element(editor.screen.getByRole('dialog')).not.toBeInTheDocument()
})

test('removing the open image shows its neighbour', async () => {
  const editor = await openEditor()
  await editor.openTile(0)
  await editor.screen.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => editor.rows().elements().length).toBe(3)
  await expect.element(editor.screen.getByRole('dialog')).toBeVisible()
})

test('going through the images keeps the focus in the alt field, past decorative ones too', async () => {
  const editor = await openEditor()
  const alt = editor.screen.getByLabelText('Alt text')
  await editor.openTile(1)
  await editor.screen.getByRole('checkbox', { name: /^Decorative/ }).click()
  await editor.press('Previous image')
  await expect.element(alt).toHaveFocus()
  await editor.press('Next image')
  await expect.element(alt).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(editor.screen.getByRole('dialog')).not.toBeInTheDocument()
})

import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openEditor } from './editor-driver.tsx'

test('focus stays in the editor when the last image goes, so that Ctrl+Z brings them back', async () => {
  const editor = await openEditor()
  await editor.rows().first().findElement()
  editor.focusTile(0)
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await expect.element(editor.text('No images yet')).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => editor.rows().elements().length).toBe(4)
})

test('focus stays in the editor when what had it goes with the last edit', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  await editor.press('Discard')
  await expect.element(editor.button('Save')).not.toBeInTheDocument()
  await expect.element(editor.screen.getByRole('region', { name: 'Gallery editor' })).toHaveFocus()
})

test('a dialog that is closed by its button gives focus back', async () => {
  const editor = await openEditor()
  await editor.rows().first().findElement()
  editor.focusTile(1)
  await userEvent.keyboard('g')
  await editor.press('Cancel')
  await expect.element(editor.rows().nth(1)).toHaveFocus()
  await userEvent.keyboard('?')
  await editor.press('Close')
  await expect.element(editor.rows().nth(1)).toHaveFocus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await editor.press('Edit alt text')
  await editor.screen.getByLabelText('Alt text').fill('Boats')
  await editor.press('Apply')
  await expect.element(editor.text('4 alt texts')).toBeVisible()
  await expect.element(editor.button('Edit alt text')).toHaveFocus()
})

test('details that closed with their image stay closed when it comes back', async () => {
  const editor = await openEditor()
  await editor.openTile(1)
  editor.focusTile(1)
  await userEvent.keyboard('{Delete}')
  await expect.element(editor.screen.getByRole('dialog')).not.toBeInTheDocument()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => editor.rows().elements().length).toBe(4)
  await expect.element(editor.screen.getByRole('dialog')).not.toBeInTheDocument()
})

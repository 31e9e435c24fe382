import { expect, test } from 'vitest'
import { openEditor } from './editor-driver.tsx'

/** Whether the browser would ask before the page goes away. */
function isAskedOnLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

test('leaving asks while there are unsaved changes, and only then', async () => {
  const editor = await openEditor()
  await editor.rows().first().findElement()
  expect(isAskedOnLeaving()).toBe(false)
  await editor.removeTile(0)
  await expect.poll(isAskedOnLeaving).toBe(true)
  await editor.press('Save')
  await expect.poll(isAskedOnLeaving).toBe(false)
})

test('discarding asks only where uploads would be lost', async () => {
  const editor = await openEditor()
  await editor.removeTile(0)
  await editor.press('Discard')
  await expect.poll(() => editor.rows().elements().length).toBe(4)
  await editor.addFile('new.png')
  await editor.press('Discard')
  await expect.element(editor.screen.getByRole('dialog', { name: 'Discard all changes?' })).toBeVisible()
  await editor.screen.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => editor.rows().elements().length).toBe(4)
})

test('a read-only editor shows the images and offers no change', async () => {
  const editor = await openEditor({ props: { readOnly: true } })
  await expect.element(editor.rows().nth(3)).toBeVisible()
  await expect.element(editor.button('Add images')).not.toBeInTheDocument()
  await editor.removeTile(0)
  expect(editor.rows().elements()).toHaveLength(4)
})

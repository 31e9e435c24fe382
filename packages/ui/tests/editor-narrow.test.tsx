import { expect, onTestFinished, test } from 'vitest'
import { openEditor } from './editor-driver.tsx'

test('nothing of the header is cut off on a narrow page, and Add images keeps its name', async () => {
  const editor = await openEditor({ widthPx: 280, seed: { items: 12 } })
  await editor.rows().first().findElement()
  const frame = editor.screen.getByRole('region', { name: 'Gallery editor' }).element().getBoundingClientRect()
  const add = editor.screen.getByRole('button', { name: 'Add images' }).first().element().getBoundingClientRect()
  expect(add.right).toBeLessThanOrEqual(frame.right)
})

test('what was removed and its undo are in sight beside a grid that is taller than the page', async () => {
  document.documentElement.style.setProperty('--gl-grid-max-size', '1500px')
  onTestFinished(() => void document.documentElement.style.removeProperty('--gl-grid-max-size'))
  const editor = await openEditor({ widthPx: 600, seed: { items: 80 } })
  await editor.removeTile(0)
  await expect.element(editor.text('1 image removed')).toBeVisible()
  const toast = editor.text('1 image removed').element().getBoundingClientRect()
  expect(toast.bottom).toBeLessThanOrEqual(window.innerHeight)
})

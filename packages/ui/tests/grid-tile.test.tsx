import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { drawPicture, makeTile, makeUpload } from './grid-fixtures.ts'
import { openGrid } from './grid-page.tsx'

const picture = drawPicture(1)

test('shows the share of an upload and cancels it', async () => {
  const grid = await openGrid({ tiles: [makeTile(0), makeTile(1, { upload: makeUpload('sending', 0.634) })] })
  const ring = grid.screen.getByRole('progressbar', { name: 'Upload of Photo 2.jpg' })
  await expect.element(ring).toHaveTextContent('63%')
  await userEvent.click(grid.screen.getByRole('button', { name: 'Cancel upload of Photo 2.jpg' }))
  expect(grid.commands('cancelUpload')).toEqual([['tile-1']])
})

test('says in words why an upload failed, and offers both ways out', async () => {
  const grid = await openGrid({
    tiles: [makeTile(0, { upload: makeUpload('failed', 0, 'Connection lost') }), makeTile(1)],
  })
  await expect.element(grid.screen.getByText('Connection lost')).toBeVisible()
  await userEvent.click(grid.screen.getByRole('button', { name: 'Retry upload of Photo 1.jpg' }))
  expect(grid.commands('retryUpload')).toEqual([['tile-0']])
})

test('removes a failed upload by its button', async () => {
  const grid = await openGrid({ tiles: [makeTile(0, { upload: makeUpload('failed', 0, 'No') }), makeTile(1)] })
  await userEvent.click(grid.screen.getByRole('button', { name: 'Remove Photo 1.jpg' }))
  await grid.expectOrder([1])
  await expect.poll(grid.focused).toBe(1)
})

test('asks to send an expired upload again', async () => {
  const grid = await openGrid({ tiles: [makeTile(0, { upload: makeUpload('expired') })] })
  await expect.element(grid.screen.getByText('Send again')).toBeVisible()
})

test('stands in for a picture that does not load, and tries again', async () => {
  const grid = await openGrid({ tiles: [makeTile(0, { image: { kind: 'external', url: 'data:image/png;base64,x' } })] })
  await expect.element(grid.screen.getByText('Photo 1.jpg')).toBeVisible()
  const before = grid.tile(0).querySelector('img')
  expect(before).toBeNull()
  await userEvent.click(grid.screen.getByRole('button', { name: 'Reload Photo 1.jpg' }))
  await expect.element(grid.screen.getByRole('button', { name: 'Reload Photo 1.jpg' })).toBeVisible()
  expect(grid.commands('open')).toEqual([])
})

test('shows the old picture beside the new one until it is saved', async () => {
  const grid = await openGrid({ tiles: [makeTile(0, { replacedImage: picture })] })
  expect([...grid.tile(0).querySelectorAll('img')].map((image) => image.src)).toEqual([drawPicture(0).url, picture.url])
  expect(grid.tile(0).getAttribute('aria-label')).toContain('replaces the saved picture')
})

test('does everything to one tile from its menu, and gives focus back on Escape', async () => {
  const grid = await openGrid()
  const openMenu = async () => {
    await userEvent.hover(grid.tile(2))
    await userEvent.click(grid.screen.getByRole('button', { name: 'Actions for Photo 3.jpg' }))
  }
  await openMenu()
  const menu = grid.screen.getByRole('menu', { name: 'Actions for Photo 3.jpg' })
  await expect.element(menu).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(menu.getByRole('menuitem', { name: 'Set as cover' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(grid.commands('setCover')).toEqual([['tile-2']])
  await openMenu()
  await userEvent.keyboard('{Escape}')
  await expect.element(menu).not.toBeInTheDocument()
  await expect.element(grid.screen.getByRole('button', { name: 'Actions for Photo 3.jpg' })).toHaveFocus()
  await openMenu()
  await userEvent.click(menu.getByRole('menuitem', { name: 'Remove' }))
  await grid.expectOrder([0, 1, 3])
  await expect.poll(grid.focused).toBe(3)
})

test('replaces a picture by a file that is chosen', async () => {
  const grid = await openGrid()
  await userEvent.hover(grid.tile(2))
  await userEvent.click(grid.screen.getByRole('button', { name: 'Actions for Photo 3.jpg' }))
  await userEvent.click(grid.screen.getByRole('menuitem', { name: 'Replace…' }))
  const input = grid.screen.container.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('no file input')
  await userEvent.upload(input, new File(['x'], 'other.png', { type: 'image/png' }))
  expect(grid.commands('replace')).toEqual([['tile-2', 'other.png']])
})

test('shows nothing to edit with where it is read-only', async () => {
  const grid = await openGrid({
    readOnly: true,
    onAdd: () => {},
    tiles: [makeTile(0), makeTile(1, { upload: makeUpload('sending', 0.2) })],
  })
  expect(grid.screen.container.querySelectorAll('button, input')).toHaveLength(0)
  expect(grid.tile(0).hasAttribute('aria-selected')).toBe(false)
})

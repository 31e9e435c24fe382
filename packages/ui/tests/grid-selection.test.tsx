import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openGrid } from './grid-page.tsx'

test('opens a picture by click, and selects by its checkbox', async () => {
  const grid = await openGrid()
  await userEvent.click(grid.tile(1))
  expect(grid.commands('open')).toEqual([['tile-1']])
  await userEvent.click(grid.screen.getByRole('checkbox', { name: 'Select Photo 3.jpg' }))
  expect(grid.selected()).toEqual([2])
  await expect.element(grid.screen.getByRole('checkbox', { name: 'Select Photo 3.jpg' })).toBeChecked()
})

test('selects by click anywhere on a tile once something is selected', async () => {
  const grid = await openGrid()
  await grid.select(0)
  await userEvent.click(grid.tile(3))
  expect(grid.selected()).toEqual([0, 3])
  await userEvent.click(grid.tile(0))
  await userEvent.click(grid.tile(3))
  await userEvent.click(grid.tile(3))
  expect(grid.commands('open')).toEqual([['tile-3']])
})

test('selects from the anchor by Shift and click, and moves the end of the range', async () => {
  const grid = await openGrid()
  await userEvent.click(grid.screen.getByRole('checkbox', { name: 'Select Photo 3.jpg' }))
  await userEvent.click(grid.tile(6), { modifiers: ['Shift'] })
  expect(grid.selected()).toEqual([2, 3, 4, 5, 6])
  await userEvent.click(grid.tile(4), { modifiers: ['Shift'] })
  expect(grid.selected()).toEqual([2, 3, 4])
})

test('keeps the selection through a reorder', async () => {
  const grid = await openGrid()
  await grid.select(1, 2)
  await grid.focus(1)
  await userEvent.keyboard('m{End}{Enter}')
  await expect.poll(() => grid.order().slice(-2)).toEqual([1, 2])
  expect(grid.selected()).toEqual([1, 2])
})

test('turns its header into what can be done with the selection, at the same height', async () => {
  const grid = await openGrid({ children: <b>My header</b> })
  const height = () => grid.screen.container.querySelector('.gl-grid-header')?.getBoundingClientRect().height
  const before = height()
  await grid.select(1)
  const bar = grid.screen.getByRole('toolbar', { name: '1 selected' })
  await expect.element(bar.getByRole('button', { name: 'Set as cover' })).toBeVisible()
  await expect.element(grid.screen.getByText('My header')).not.toBeInTheDocument()
  expect(height()).toBe(before)
  await grid.select(2)
  await expect.element(grid.screen.getByRole('button', { name: 'Set as cover' })).not.toBeInTheDocument()
  await expect.element(grid.screen.getByRole('button', { name: 'Replace…' })).not.toBeInTheDocument()
  await userEvent.click(grid.screen.getByRole('button', { name: 'Clear' }))
  await expect.element(grid.screen.getByText('My header')).toBeVisible()
})

test('removes the selection from the bar, and focus comes back to the grid', async () => {
  const grid = await openGrid()
  await grid.select(1, 2)
  await userEvent.click(grid.screen.getByRole('button', { name: 'Remove', exact: true }))
  await grid.expectOrder([0, 3, 4])
  await expect.poll(grid.focused).not.toBeNull()
})

test('writes one alt text for many, and opens the details of one', async () => {
  const grid = await openGrid()
  await grid.select(1, 4)
  await userEvent.click(grid.screen.getByRole('button', { name: 'Edit alt text' }))
  await userEvent.fill(grid.screen.getByRole('textbox', { name: 'Alt text' }), 'Hills')
  await userEvent.click(grid.screen.getByRole('button', { name: 'Apply' }))
  expect(grid.commands('setAlt')).toEqual([[['tile-1', 'tile-4'], 'Hills']])
  await userEvent.click(grid.tile(4))
  await userEvent.click(grid.screen.getByRole('button', { name: 'Edit alt text' }))
  expect(grid.commands('open')).toEqual([['tile-1']])
})

test('leaves the selection to whoever keeps it', async () => {
  const changes: (readonly string[])[] = []
  const grid = await openGrid({
    selection: { ids: new Set(['tile-2']), onChange: (ids) => changes.push([...ids]) },
  })
  expect(grid.selected()).toEqual([2])
  await grid.select(5)
  expect(changes).toEqual([['tile-2', 'tile-5']])
  expect(grid.selected()).toEqual([2])
})

test('tells its keeper when a selected image is gone', async () => {
  const changes: (readonly string[])[] = []
  await openGrid({
    selection: { ids: new Set(['tile-2', 'gone']), onChange: (ids) => changes.push([...ids]) },
  })
  await expect.poll(() => changes).toEqual([['tile-2']])
})

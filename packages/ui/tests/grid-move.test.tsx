import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mouse, pointIn } from './grid-driver.ts'
import { openGrid } from './grid-page.tsx'

test('lifts, moves and drops a tile by keyboard, and says so', async () => {
  const grid = await openGrid()
  await grid.focus(1)
  await userEvent.keyboard('m')
  expect(grid.announced()).toBe(
    'Moving Photo 2.jpg, position 2 of 12. Arrow keys to choose a place, Enter to drop, Escape to cancel.',
  )
  await userEvent.keyboard('{ArrowRight}{ArrowDown}')
  expect(grid.announced()).toBe('Position 9 of 12')
  expect(grid.commands('move')).toEqual([])
  await userEvent.keyboard('{Enter}')
  await grid.expectOrder([0, 2, 3, 4, 5, 6, 7, 8, 1, 9])
  expect(grid.announced()).toBe('Moved Photo 2.jpg to position 9 of 12')
  expect(grid.focused()).toBe(1)
})

test('moves a selection as a block, first and last included', async () => {
  const grid = await openGrid()
  await grid.select(2, 4)
  await grid.focus(4)
  await userEvent.keyboard('m{End}')
  expect(grid.announced()).toBe('Position 11 of 12')
  await userEvent.keyboard('{Enter}')
  await grid.expectOrder([0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 2, 4])
  await userEvent.keyboard('m{Home}{Enter}')
  await grid.expectOrder([2, 4, 0, 1])
})

test('puts everything back on Escape and on Tab', async () => {
  const grid = await openGrid()
  await grid.focus(1)
  await userEvent.keyboard('m{ArrowRight}{Escape}')
  expect(grid.announced()).toBe('Move cancelled')
  expect(grid.insertionBar()).toBeNull()
  await userEvent.keyboard('m{ArrowRight}{Tab}')
  expect(grid.insertionBar()).toBeNull()
  expect(grid.commands('move')).toEqual([])
  expect(grid.focused()).toBe(1)
})

test('mirrors the arrows of a lift in right-to-left text', async () => {
  const grid = await openGrid({ dir: 'rtl' })
  await grid.focus(0)
  await userEvent.keyboard('m{ArrowLeft}{ArrowLeft}{Enter}')
  await grid.expectOrder([1, 2, 0, 3])
})

test('nudges without a mode by Alt, Shift and arrow', async () => {
  const grid = await openGrid()
  await grid.focus(0)
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}')
  await grid.expectOrder([1, 0, 2])
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
  await grid.expectOrder([1, 2, 3, 4, 5, 6, 7, 0, 8])
  expect(grid.focused()).toBe(0)
})

test('keeps focus on the tile in hand while the place is far out of sight', async () => {
  const grid = await openGrid({ count: 10_000 })
  await grid.focus(5)
  await userEvent.keyboard('m{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}')
  expect(grid.focused()).toBe(5)
  expect(grid.scroller().scrollTop).toBeGreaterThan(1000)
  const bar = grid.insertionBar()?.getBoundingClientRect()
  const view = grid.scroller().getBoundingClientRect()
  expect(bar && bar.top >= view.top && bar.bottom <= view.bottom).toBe(true)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => grid.commands('move').length).toBe(1)
  expect(grid.focused()).toBe(5)
})

test('places by the next click once the Move button is clicked', async () => {
  const grid = await openGrid()
  await userEvent.hover(grid.tile(0))
  await userEvent.click(grid.screen.getByRole('button', { name: 'Move Photo 1.jpg' }))
  await expect.element(grid.screen.getByText(/^Moving Photo 1.jpg: tap a place/)).toBeVisible()
  const place = pointIn(grid.tile(4), { x: 0.8, y: 0.5 })
  await mouse.press(place)
  await mouse.release(place)
  await grid.expectOrder([1, 2, 3, 4, 0, 5])
  expect(grid.commands('open')).toEqual([])
})

test('places beside the tile that assistive technology clicks', async () => {
  const grid = await openGrid()
  await grid.focus(0)
  await userEvent.keyboard('m')
  grid.tile(2).click()
  await grid.expectOrder([1, 2, 0, 3])
})

test('cancels placing by the button in the header', async () => {
  const grid = await openGrid()
  await grid.focus(2)
  await userEvent.keyboard('m')
  await userEvent.click(grid.screen.getByRole('button', { name: 'Cancel' }))
  expect(grid.announced()).toBe('Move cancelled')
  await expect.poll(grid.focused).toBe(2)
})

test('moves to a position, to the first and to the last place by dialog', async () => {
  const grid = await openGrid()
  await grid.focus(0)
  await userEvent.keyboard('g')
  const dialog = grid.screen.getByRole('dialog', { name: 'Move Photo 1.jpg' })
  await userEvent.fill(dialog.getByRole('spinbutton'), '4')
  await userEvent.click(dialog.getByRole('button', { name: 'Move' }))
  await grid.expectOrder([1, 2, 3, 0, 4])
  expect(grid.announced()).toBe('Moved Photo 1.jpg to position 4 of 12')
  await expect.poll(grid.focused).toBe(0)
  await userEvent.keyboard('g')
  await userEvent.click(dialog.getByRole('button', { name: 'First' }))
  await grid.expectOrder([0, 1, 2])
  await userEvent.keyboard('g')
  await userEvent.click(dialog.getByRole('button', { name: 'Last' }))
  await expect.poll(() => grid.order().at(-1)).toBe(0)
})

test('refuses a position that there is not', async () => {
  const grid = await openGrid()
  await grid.focus(0)
  await userEvent.keyboard('g')
  const dialog = grid.screen.getByRole('dialog')
  await userEvent.fill(dialog.getByRole('spinbutton'), '13')
  await userEvent.click(dialog.getByRole('button', { name: 'Move' }))
  await expect.element(dialog).toBeVisible()
  expect(grid.commands('move')).toEqual([])
})

import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openGrid } from './grid-page.tsx'

// 1100 px wide: six columns.

test('is one tab stop with the buttons of the active tile', async () => {
  const grid = await openGrid()
  expect(grid.rows().map((row) => row.getAttribute('tabindex'))).toEqual([
    '0',
    ...Array.from({ length: 11 }, () => '-1'),
  ])
  const reachable = grid.scroller().querySelectorAll('[tabindex="0"]')
  expect([...reachable].every((element) => grid.tile(0).contains(element))).toBe(true)
})

test('walks with arrows, keeping the column up and down', async () => {
  const grid = await openGrid()
  await grid.focus(0)
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}')
  expect(grid.focused()).toBe(8)
  await userEvent.keyboard('{ArrowLeft}{ArrowUp}')
  expect(grid.focused()).toBe(1)
  await userEvent.keyboard('{ArrowUp}')
  expect(grid.focused()).toBe(1)
  await userEvent.keyboard('{End}')
  expect(grid.focused()).toBe(11)
  await userEvent.keyboard('{Home}')
  expect(grid.focused()).toBe(0)
})

test('mirrors the arrows in right-to-left text', async () => {
  const grid = await openGrid({ dir: 'rtl' })
  await grid.focus(0)
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(grid.focused()).toBe(2)
  await userEvent.keyboard('{ArrowRight}')
  expect(grid.focused()).toBe(1)
})

test('toggles with Space, selects all and clears', async () => {
  const grid = await openGrid()
  await grid.focus(2)
  await userEvent.keyboard(' ')
  expect(grid.selected()).toEqual([2])
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(grid.selected()).toHaveLength(12)
  await expect.element(grid.screen.getByRole('status')).toHaveTextContent('12 selected')
  await userEvent.keyboard('{Escape}')
  expect(grid.selected()).toEqual([])
  await expect.element(grid.screen.getByRole('status')).toHaveTextContent('Selection cleared')
})

test('extends the selection with Shift and takes it back when the lead returns', async () => {
  const grid = await openGrid()
  await grid.focus(1)
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
  expect(grid.selected()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
  expect(grid.selected()).toEqual([1, 2])
  await userEvent.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}')
  expect(grid.selected()).toHaveLength(11)
})

test('removes the focused tile, and focus goes to the tile that takes its place', async () => {
  const grid = await openGrid()
  await grid.focus(3)
  await userEvent.keyboard('{Delete}')
  expect(grid.commands('remove')).toEqual([[['tile-3']]])
  await expect.poll(grid.focused).toBe(4)
  await userEvent.keyboard('{End}{Backspace}')
  await expect.poll(grid.focused).toBe(10)
})

test('removes the selection where there is one, and it is gone from the selection', async () => {
  const grid = await openGrid()
  await grid.select(2, 3, 4)
  await grid.focus(3)
  await userEvent.keyboard('{Delete}')
  expect(grid.commands('remove')).toEqual([[['tile-2', 'tile-3', 'tile-4']]])
  await expect.poll(grid.focused).toBe(6)
  await userEvent.keyboard('{Control>}z{/Control}')
  await grid.expectOrder([0, 1, 2, 3, 4, 5])
  expect(grid.selected()).toEqual([])
})

test('undoes and redoes, and focus stays in the grid when the focused tile goes', async () => {
  const grid = await openGrid()
  await grid.focus(3)
  await userEvent.keyboard('{Delete}')
  await userEvent.keyboard('{Control>}z{/Control}')
  await grid.expectOrder([0, 1, 2, 3])
  await grid.focus(3)
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await grid.expectOrder([0, 1, 2, 4])
  await expect.poll(grid.focused).toBe(4)
})

test('opens with Enter and lists its keys with a question mark', async () => {
  const grid = await openGrid()
  await grid.focus(1)
  await userEvent.keyboard('{Enter}')
  expect(grid.commands('open')).toEqual([['tile-1']])
  await userEvent.keyboard('?')
  await expect.element(grid.screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.poll(grid.focused).toBe(1)
})

test('leaves the keys of the buttons in a tile to the buttons', async () => {
  const grid = await openGrid()
  await grid.focus(1)
  await userEvent.keyboard('{Tab}{Delete}m')
  expect(grid.commands('remove')).toEqual([])
  expect(grid.insertionBar()).toBeNull()
})

test('walks and opens only where it is read-only', async () => {
  const grid = await openGrid({ readOnly: true })
  await grid.focus(0)
  await userEvent.keyboard('{ArrowRight} {Delete}m{Control>}a{/Control}{Enter}')
  expect(grid.focused()).toBe(1)
  expect(grid.selected()).toEqual([])
  expect(grid.onCommand.mock.calls).toEqual([['open', 'tile-1']])
})

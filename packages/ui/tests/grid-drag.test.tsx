import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mouse, pointIn } from './grid-driver.ts'
import { openGrid } from './grid-page.tsx'

const afterMiddle = { x: 0.8, y: 0.5 }
const beforeMiddle = { x: 0.2, y: 0.5 }

test('puts a tile that is dragged by mouse after the tile it is dropped on', async () => {
  const grid = await openGrid()
  await mouse.drag(pointIn(grid.tile(0)), pointIn(grid.tile(3), afterMiddle))
  await grid.expectOrder([1, 2, 3, 0, 4])
  expect(grid.commands('move')).toEqual([[['tile-0'], 4]])
  expect(grid.announced()).toBe('Moved Photo 1.jpg to position 4 of 12')
})

test('takes the whole selection along, in the order of the gallery', async () => {
  const grid = await openGrid()
  await grid.select(5, 1, 3)
  await mouse.drag(pointIn(grid.tile(3)), pointIn(grid.tile(8), beforeMiddle))
  await grid.expectOrder([0, 2, 4, 6, 7, 1, 3, 5, 8])
  expect(grid.commands('move')).toEqual([[['tile-1', 'tile-3', 'tile-5'], 8]])
  expect(grid.selected()).toEqual([1, 3, 5])
})

test('leaves the selection alone when a tile outside it is dragged', async () => {
  const grid = await openGrid()
  await grid.select(1)
  await mouse.drag(pointIn(grid.tile(4)), pointIn(grid.tile(0), beforeMiddle))
  await grid.expectOrder([4, 0, 1, 2, 3, 5])
  expect(grid.selected()).toEqual([1])
})

test('shows a ghost with the count and a bar at the gap while dragging', async () => {
  const grid = await openGrid()
  await grid.select(0, 1)
  await mouse.press(pointIn(grid.tile(0)))
  await mouse.move(pointIn(grid.tile(4), beforeMiddle))
  await expect.element(grid.screen.getByText('2', { exact: true })).toBeVisible()
  expect(grid.insertionBar()?.getAttribute('data-insertion-index')).toBe('4')
  expect(grid.order()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  await mouse.release(pointIn(grid.tile(4), beforeMiddle))
  expect(grid.insertionBar()).toBeNull()
})

test('mirrors gap and order in right-to-left text', async () => {
  const grid = await openGrid({ dir: 'rtl' })
  expect(grid.tile(0).getBoundingClientRect().left).toBeGreaterThan(grid.tile(1).getBoundingClientRect().left)
  // The left half of a tile is the one after its middle here.
  await mouse.press(pointIn(grid.tile(0)))
  await mouse.move(pointIn(grid.tile(3), beforeMiddle))
  const bar = grid.insertionBar()?.getBoundingClientRect().left ?? 0
  expect(bar).toBeLessThan(grid.tile(3).getBoundingClientRect().left)
  await mouse.release(pointIn(grid.tile(3), beforeMiddle))
  await grid.expectOrder([1, 2, 3, 0, 4])
})

test('cancels a drag on Escape, and the release afterwards neither drops nor opens', async () => {
  const grid = await openGrid()
  const target = pointIn(grid.tile(5), afterMiddle)
  await mouse.press(pointIn(grid.tile(0)))
  await mouse.move(target)
  await userEvent.keyboard('{Escape}')
  expect(grid.insertionBar()).toBeNull()
  expect(grid.announced()).toBe('Move cancelled')
  await mouse.release(target)
  expect(grid.onCommand).not.toHaveBeenCalled()
})

test('opens a tile when the mouse moves less than the threshold, and not after a drop', async () => {
  const grid = await openGrid()
  const start = pointIn(grid.tile(2))
  await mouse.press(start)
  await mouse.move({ x: start.x + 4, y: start.y })
  await mouse.release({ x: start.x + 4, y: start.y })
  expect(grid.commands('open')).toEqual([['tile-2']])
  await mouse.drag(start, pointIn(grid.tile(4), afterMiddle))
  expect(grid.commands('open')).toHaveLength(1)
})

test('asks nothing of the draft when a tile is dropped where it was', async () => {
  const grid = await openGrid()
  await mouse.drag(pointIn(grid.tile(2)), pointIn(grid.tile(2), afterMiddle))
  await expect.poll(grid.announced).toBe('Moved Photo 3.jpg to position 3 of 12')
  expect(grid.commands('move')).toEqual([])
})

test('scrolls at the edge, and drops on tiles that were out of sight at the start', async () => {
  const grid = await openGrid({ count: 1000 })
  const scroller = grid.scroller()
  const edge = pointIn(scroller, { x: 0.5, y: 0.99 })
  await mouse.press(pointIn(grid.tile(0)))
  await mouse.move(edge)
  await expect.poll(() => scroller.scrollTop, { timeout: 5000 }).toBeGreaterThan(1500)
  await mouse.release(pointIn(scroller))
  await expect.poll(() => grid.commands('move').length).toBe(1)
  const [[ids, toIndex] = []] = grid.commands('move')
  expect(ids).toEqual(['tile-0'])
  expect(toIndex).toBeGreaterThan(20)
})

test('does not start from the buttons of a tile', async () => {
  const grid = await openGrid()
  const menu = grid.tile(0).querySelector('[data-action="menu"]')
  if (!menu) throw new Error('no menu button')
  await mouse.drag(pointIn(menu), pointIn(grid.tile(3), afterMiddle))
  expect(grid.commands('move')).toEqual([])
})

test('is not there where the grid is read-only', async () => {
  const grid = await openGrid({ readOnly: true })
  await mouse.drag(pointIn(grid.tile(0)), pointIn(grid.tile(3), afterMiddle))
  expect(grid.commands('move')).toEqual([])
})

import { expect, test } from 'vitest'
import { pointIn, touch } from './grid-driver.ts'
import { openGrid } from './grid-page.tsx'

const isLifted = (tile: Element) => () => tile.hasAttribute('data-lifted')
const afterMiddle = { x: 0.8, y: 0.5 }

test('drags a tile that a finger has rested on', async () => {
  const grid = await openGrid()
  const start = pointIn(grid.tile(0))
  await touch.start(start)
  await expect.poll(isLifted(grid.tile(0))).toBe(true)
  await touch.move({ x: start.x + 20, y: start.y })
  await touch.move(pointIn(grid.tile(2), afterMiddle))
  await touch.end()
  await grid.expectOrder([1, 2, 0, 3])
  expect(grid.commands('open')).toEqual([])
})

test('selects the tile of a finger that rests and lets go', async () => {
  const grid = await openGrid()
  await touch.start(pointIn(grid.tile(1)))
  await expect.poll(isLifted(grid.tile(1))).toBe(true)
  await touch.end()
  await expect.poll(grid.selected).toEqual([1])
  expect(grid.onCommand).not.toHaveBeenCalled()
})

test('lets a swipe scroll', async () => {
  const grid = await openGrid({ count: 1000 })
  const start = pointIn(grid.scroller(), { x: 0.5, y: 0.8 })
  await touch.start(start)
  for (const dy of [30, 80, 140, 200, 260]) {
    await touch.move({ x: start.x, y: start.y - dy })
  }
  await expect.poll(() => grid.scroller().scrollTop).toBeGreaterThan(100)
  await touch.end()
  expect(grid.screen.container.querySelector('[data-lifted]')).toBeNull()
  expect(grid.commands('move')).toEqual([])
})

test('cancels when a second finger comes down', async () => {
  const grid = await openGrid()
  const first = pointIn(grid.tile(0))
  await touch.start(first)
  await expect.poll(isLifted(grid.tile(0))).toBe(true)
  await touch.start(first, pointIn(grid.tile(3)))
  await expect.poll(grid.announced).toBe('Move cancelled')
  await touch.end()
  expect(grid.commands('move')).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitColumns } from './layout.ts'
import { type Motion } from './motion.ts'
import { insertionOf, liftTiles, stepMove } from './move-mode.ts'
import { landingPosition, indexesOf, toIndexById } from './order.ts'

const tiles = Array.from({ length: 10 }, (_, index) => ({ id: String(index) }))
const indexById = toIndexById(tiles)
const bounds = { layout: fitColumns(430, 100, 10), count: tiles.length, pageRows: 2 }
const lift = (...indexes: readonly number[]) =>
  liftTiles(new Set(indexes.map(String)), String(indexes[0] ?? 0), indexById)

test('starts where the tile is', () => {
  expect(lift(3).position).toBe(3)
  expect(insertionOf(lift(3), indexById)).toEqual({ index: 4, side: 'after' })
})

test('counts positions without the tiles in hand', () => {
  const mode = lift(4, 1, 2)
  expect(mode.position).toBe(2)
  expect(stepMove(mode, 'last', bounds).position).toBe(7)
  expect(insertionOf(stepMove(mode, 'last', bounds), indexById)).toEqual({ index: 10, side: 'after' })
  expect(insertionOf(stepMove(mode, 'first', bounds), indexById)).toEqual({ index: 0, side: 'before' })
})

test('drops the first of the tiles at the announced position after any steps', () => {
  const motions = fc.array(fc.constantFrom<Motion>('forward', 'backward', 'up', 'down', 'pageDown', 'first', 'last'))
  const places = fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1 })
  fc.assert(
    fc.property(places, motions, (indexes, steps) => {
      const mode = steps.reduce((held, motion) => stepMove(held, motion, bounds), lift(...indexes))
      const { index } = insertionOf(mode, indexById)
      expect(landingPosition(indexesOf(mode.ids, indexById), index)).toBe(mode.position)
    }),
  )
})

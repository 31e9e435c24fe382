import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barOffset, gapSideOf, insertionAt } from './insertion.ts'
import { fitColumns, tileOffset } from './layout.ts'

const layout = fitColumns(430, 100, 10)
const count = fc.integer({ min: 1, max: 500 })
const point = fc.record({
  inlinePx: fc.integer({ min: -100, max: 700 }),
  blockPx: fc.integer({ min: -100, max: 20_000 }),
})

test('inserts before a tile at its start half and after it at its end half', () => {
  fc.assert(
    fc.property(count, fc.nat(), fc.integer({ min: 1, max: 49 }), (total, seed, intoPx) => {
      const index = seed % total
      const { inlinePx, blockPx } = tileOffset(index, layout)
      const at = (offsetPx: number) =>
        insertionAt({ inlinePx: inlinePx + offsetPx, blockPx: blockPx + 50 }, layout, total)
      expect(at(intoPx - 1).index).toBe(index)
      expect(at(layout.tilePx - intoPx).index).toBe(index + 1)
    }),
  )
})

test('names a gap that exists for every point, also outside the grid', () => {
  fc.assert(
    fc.property(count, point, (total, at) => {
      const { index, side } = insertionAt(at, layout, total)
      expect(index).toBeGreaterThanOrEqual(0)
      expect(index).toBeLessThanOrEqual(total)
      const neighbour = side === 'before' ? index : index - 1
      expect(neighbour).toBeGreaterThanOrEqual(0)
      expect(neighbour).toBeLessThan(total)
    }),
  )
})

test('shows the bar in the row of the pointer at either end of it', () => {
  const rowEnd = insertionAt({ inlinePx: 425, blockPx: 50 }, layout, 12)
  const rowStart = insertionAt({ inlinePx: 5, blockPx: 160 }, layout, 12)
  expect([rowEnd.index, rowStart.index]).toEqual([4, 4])
  expect(barOffset(rowEnd, layout)).toEqual({ inlinePx: 435, blockPx: 0 })
  expect(barOffset(rowStart, layout)).toEqual({ inlinePx: -5, blockPx: 110 })
})

test('inserts at 0 into an empty grid', () => {
  expect(insertionAt({ inlinePx: 90, blockPx: 90 }, layout, 0)).toEqual({ index: 0, side: 'before' })
})

const sides = (index: number, side: 'before' | 'after') =>
  [2, 3, 4, 5].map((tile) => gapSideOf(tile, { index, side }, layout))

test('makes room on both sides of a gap, but not across rows', () => {
  expect(sides(3, 'before')).toEqual(['start', 'end', null, null])
  expect(sides(4, 'after')).toEqual([null, 'start', null, null])
  expect(sides(4, 'before')).toEqual([null, null, 'end', null])
})

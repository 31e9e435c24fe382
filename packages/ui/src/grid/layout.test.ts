import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitColumns, heightPx, rowOf, stepPx, tileOffset } from './layout.ts'

const width = fc.integer({ min: 200, max: 4000 })
const minTile = fc.integer({ min: 40, max: 200 })
const gap = fc.integer({ min: 0, max: 24 })

test('fits tiles of at least the minimum into the width, and no column more', () => {
  fc.assert(
    fc.property(width, minTile, gap, (widthPx, minTilePx, gapPx) => {
      const layout = fitColumns(widthPx, minTilePx, gapPx)
      const used = layout.columns * stepPx(layout) - gapPx
      expect(layout.tilePx).toBeGreaterThanOrEqual(minTilePx)
      expect(used).toBeLessThanOrEqual(widthPx)
      expect(widthPx - used).toBeLessThan(layout.columns)
      expect((layout.columns + 1) * (minTilePx + gapPx) - gapPx).toBeGreaterThan(widthPx)
    }),
  )
})

test('makes one column where not even one tile fits', () => {
  expect(fitColumns(50, 104, 8)).toEqual({ columns: 1, tilePx: 50, gapPx: 8 })
  expect(fitColumns(0, 104, 8).columns).toBe(1)
})

test('places every tile inside the height, each in its own cell', () => {
  const layout = fitColumns(500, 100, 10)
  const count = 23
  const places = Array.from({ length: count }, (_, index) => tileOffset(index, layout))
  expect(new Set(places.map(({ inlinePx, blockPx }) => `${inlinePx},${blockPx}`)).size).toBe(count)
  expect(Math.max(...places.map(({ blockPx }) => blockPx)) + layout.tilePx).toBe(heightPx(count, layout))
  expect(rowOf(count - 1, layout)).toBe(5)
})

test('has no height without tiles', () => {
  expect(heightPx(0, fitColumns(500, 100, 10))).toBe(0)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitColumns, heightPx, tileOffset } from './layout.ts'
import { renderedIndexes, rowsPerPage, scrollTopFor, tileRange, visibleRows } from './row-window.ts'

const layout = fitColumns(660, 100, 10)
const tiles = fc.integer({ min: 1, max: 10_000 })
const viewport = fc.record({
  topPx: fc.integer({ min: 0, max: 200_000 }),
  heightPx: fc.integer({ min: 50, max: 1200 }),
})

test('covers every tile that a viewport touches, and few more', () => {
  fc.assert(
    fc.property(tiles, viewport, (count, view) => {
      const { start, end } = tileRange(visibleRows(view, layout), layout, count)
      const rows = Math.ceil(view.heightPx / (layout.tilePx + layout.gapPx)) + 4
      expect(end - start).toBeLessThanOrEqual(rows * layout.columns)
      for (let index = 0; index < count; index += 1) {
        const { blockPx } = tileOffset(index, layout)
        const isVisible = blockPx + layout.tilePx > view.topPx && blockPx < view.topPx + view.heightPx
        if (isVisible && (index < start || index >= end)) throw new Error(`tile ${index} is not rendered`)
      }
    }),
    { numRuns: 40 },
  )
})

test('stays within the tiles however far it is scrolled', () => {
  fc.assert(
    fc.property(tiles, viewport, (count, view) => {
      const { start, end } = tileRange(visibleRows(view, layout), layout, count)
      expect(start).toBeGreaterThanOrEqual(0)
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(count)
    }),
  )
})

test('keeps the active tile among the rendered ones, in order', () => {
  expect(renderedIndexes({ start: 10, end: 13 }, 11)).toEqual([10, 11, 12])
  expect(renderedIndexes({ start: 10, end: 13 }, 2)).toEqual([2, 10, 11, 12])
  expect(renderedIndexes({ start: 10, end: 13 }, 90)).toEqual([10, 11, 12, 90])
  expect(renderedIndexes({ start: 0, end: 0 }, -1)).toEqual([])
})

test('scrolls just as far as a tile needs to be seen whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999 }), viewport, (index, view) => {
      const heightOfView = Math.max(view.heightPx, layout.tilePx)
      const top = scrollTopFor(index, layout, { ...view, heightPx: heightOfView })
      const { blockPx } = tileOffset(index, layout)
      expect(blockPx).toBeGreaterThanOrEqual(top)
      expect(blockPx + layout.tilePx).toBeLessThanOrEqual(top + heightOfView)
      const wasSeen = blockPx >= view.topPx && blockPx + layout.tilePx <= view.topPx + heightOfView
      if (wasSeen) expect(top).toBe(view.topPx)
    }),
  )
})

test('counts whole rows for a page, at least one', () => {
  expect(rowsPerPage(heightPx(layout.columns * 4, layout), layout)).toBe(4)
  expect(rowsPerPage(10, layout)).toBe(1)
})

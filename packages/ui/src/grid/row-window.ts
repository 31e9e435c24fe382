import { type GridLayout, rowCount, rowOf, stepPx } from './layout.ts'

/** The part of the grid that its scroller shows, in CSS pixels from the grid's top. */
export interface Viewport {
  readonly topPx: number
  readonly heightPx: number
}

/** First and last row that a viewport touches. */
export interface RowWindow {
  readonly first: number
  readonly last: number
}

/** Tiles to render: indexes from `start` up to, not including, `end`. */
export interface IndexRange {
  readonly start: number
  readonly end: number
}

/** Rows rendered above and below the visible ones: one, because the window is read before each paint. */
const overscanRows = 1

export function visibleRows(viewport: Viewport, layout: GridLayout): RowWindow {
  const rowAt = (blockPx: number): number => Math.floor(blockPx / stepPx(layout))
  return { first: rowAt(viewport.topPx), last: rowAt(viewport.topPx + viewport.heightPx) }
}

/** The tiles of a row window with a row of overscan on either side, within what there is. */
export function tileRange(rows: RowWindow, layout: GridLayout, count: number): IndexRange {
  const lastRow = Math.max(0, rowCount(count, layout) - 1)
  const clamp = (row: number): number => Math.min(Math.max(0, row), lastRow)
  const end = (clamp(rows.last + overscanRows) + 1) * layout.columns
  return { start: clamp(rows.first - overscanRows) * layout.columns, end: Math.min(count, end) }
}

/** The indexes to render: a range, and the active tile where it lies outside, so that focus is never lost. */
export function renderedIndexes({ start, end }: IndexRange, activeIndex: number): readonly number[] {
  const indexes = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset)
  if (activeIndex < 0) return indexes
  if (activeIndex < start) return [activeIndex, ...indexes]
  return activeIndex >= end ? [...indexes, activeIndex] : indexes
}

/** The scroll offset that brings a tile into view with the least movement. */
export function scrollTopFor(index: number, layout: GridLayout, viewport: Viewport): number {
  const top = rowOf(index, layout) * stepPx(layout)
  if (top < viewport.topPx) return top
  return Math.max(viewport.topPx, top + layout.tilePx - viewport.heightPx)
}

/** Whole rows that fit, for Page Up and Page Down. */
export function rowsPerPage(heightPx: number, layout: GridLayout): number {
  return Math.max(1, Math.floor((heightPx + layout.gapPx) / stepPx(layout)))
}

import { type GridLayout, type GridPoint, rowCount, stepPx, tileOffset } from './layout.ts'

/**
 * A gap between tiles. `index` is the tile that would come after it; `side` says at which of its two neighbours the
 * bar stands, because the end of one row and the start of the next are the same gap.
 */
export interface Insertion {
  readonly index: number
  readonly side: 'before' | 'after'
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The gap nearest to a point; points outside the grid count as its nearest edge. */
export function insertionAt(point: GridPoint, layout: GridLayout, count: number): Insertion {
  const half = layout.gapPx / 2
  const row = clamp(Math.floor((point.blockPx + half) / stepPx(layout)), 0, Math.max(0, rowCount(count, layout) - 1))
  const column = clamp(Math.round((point.inlinePx + half) / stepPx(layout)), 0, layout.columns)
  const index = Math.min(count, row * layout.columns + column)
  const isAfter = index > 0 && (column === layout.columns || index === count)
  return { index, side: isAfter ? 'after' : 'before' }
}

/** Where the middle of the insertion bar stands. */
export function barOffset(insertion: Insertion, layout: GridLayout): GridPoint {
  const half = layout.gapPx / 2
  if (insertion.side === 'before') {
    const tile = tileOffset(insertion.index, layout)
    return { inlinePx: tile.inlinePx - half, blockPx: tile.blockPx }
  }
  const tile = tileOffset(insertion.index - 1, layout)
  return { inlinePx: tile.inlinePx + layout.tilePx + half, blockPx: tile.blockPx }
}

/** Which side of the gap a tile stands on; null unless it is one of the two neighbours that make room. */
export function gapSideOf(index: number, insertion: Insertion, layout: GridLayout): 'start' | 'end' | null {
  const barRow = Math.floor((insertion.side === 'after' ? insertion.index - 1 : insertion.index) / layout.columns)
  if (Math.floor(index / layout.columns) !== barRow) return null
  if (index === insertion.index - 1) return 'start'
  return index === insertion.index ? 'end' : null
}

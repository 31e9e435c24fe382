/** Where equal square tiles stand: all that is needed to turn an index into a place and back by division. */
export interface GridLayout {
  readonly columns: number
  readonly tilePx: number
  readonly gapPx: number
}

/** A place relative to the grid's start corner, in CSS pixels; inline runs right to left in RTL. */
export interface GridPoint {
  readonly inlinePx: number
  readonly blockPx: number
}

/** As many columns of at least `minTilePx` as fit, stretched to fill the width. */
export function fitColumns(widthPx: number, minTilePx: number, gapPx: number): GridLayout {
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (minTilePx + gapPx)))
  return { columns, gapPx, tilePx: Math.max(1, Math.floor((widthPx - gapPx * (columns - 1)) / columns)) }
}

export const stepPx = (layout: GridLayout): number => layout.tilePx + layout.gapPx

export const rowOf = (index: number, layout: GridLayout): number => Math.floor(index / layout.columns)

export const rowCount = (count: number, layout: GridLayout): number => Math.ceil(count / layout.columns)

export function tileOffset(index: number, layout: GridLayout): GridPoint {
  return {
    inlinePx: (index % layout.columns) * stepPx(layout),
    blockPx: rowOf(index, layout) * stepPx(layout),
  }
}

/** Height of the whole grid, without a gap after the last row. */
export function heightPx(count: number, layout: GridLayout): number {
  return Math.max(0, rowCount(count, layout) * stepPx(layout) - layout.gapPx)
}

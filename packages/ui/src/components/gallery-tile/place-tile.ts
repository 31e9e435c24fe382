import type { CSSProperties } from 'react'
import { type GridLayout, tileOffset } from '../../grid/layout.ts'

/** The place of a cell as CSS; none before the grid is measured. */
export function placeTile(index: number, layout: GridLayout | null): CSSProperties | undefined {
  if (!layout) return undefined
  const { inlinePx, blockPx } = tileOffset(index, layout)
  // The inline offset is logical, so that a change of direction needs no new measurement.
  return { insetInlineStart: inlinePx, transform: `translateY(${blockPx}px)`, inlineSize: layout.tilePx }
}

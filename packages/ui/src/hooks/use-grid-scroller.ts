import type { RefObject } from 'react'
import type { ClientPoint } from '../grid/client-point.ts'
import { type Insertion, insertionAt } from '../grid/insertion.ts'
import { scrollTopFor } from '../grid/row-window.ts'
import { isRtl } from '../grid/tile-element.ts'
import type { MeasuredGrid } from './use-grid-viewport.ts'

export interface GridScroller {
  /** Scrolls a place into view with the least movement. */
  readonly reveal: (index: number) => void
  /** The gap nearest to a point on the screen; null before the grid is measured. */
  readonly insertionAt: (point: ClientPoint) => Insertion | null
}

export interface GridElements {
  readonly scrollerRef: RefObject<HTMLElement | null>
  readonly gridRef: RefObject<HTMLElement | null>
}

/** Translates between places of the grid and the screen. */
export function useGridScroller(elements: GridElements, measured: MeasuredGrid | null, count: number): GridScroller {
  return {
    reveal(index) {
      const scroller = elements.scrollerRef.current
      if (!scroller || !measured) return
      const viewport = { topPx: scroller.scrollTop, heightPx: scroller.clientHeight - measured.layout.gapPx }
      scroller.scrollTop = scrollTopFor(index, measured.layout, viewport)
    },
    insertionAt({ xPx, yPx }) {
      const grid = elements.gridRef.current
      if (!grid || !measured) return null
      const rect = grid.getBoundingClientRect()
      const inlinePx = isRtl(grid) ? rect.right - xPx : xPx - rect.left
      return insertionAt({ inlinePx, blockPx: yPx - rect.top }, measured.layout, count)
    },
  }
}

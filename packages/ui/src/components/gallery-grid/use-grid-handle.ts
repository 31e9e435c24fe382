import { type Ref, useImperativeHandle } from 'react'
import type { GalleryGridHandle } from './grid-props.ts'
import type { GalleryGridState } from './use-gallery-grid.ts'

/** Lets the surroundings ask where a drop would land, and bring a tile into focus. */
export function useGridHandle(ref: Ref<GalleryGridHandle> | undefined, grid: GalleryGridState): void {
  const { scrollerRef, context } = grid
  useImperativeHandle(ref, () => ({
    insertionIndexAt(clientX, clientY) {
      const rect = scrollerRef.current?.getBoundingClientRect()
      if (!rect || !isInside(rect, clientX, clientY)) return undefined
      return context.scroller.insertionAt({ xPx: clientX, yPx: clientY })?.index
    },
    focusTile(id) {
      const index = context.indexById.get(id)
      if (index === undefined) return
      context.scroller.reveal(index)
      context.roving.focus(id)
    },
  }))
}

function isInside(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
}

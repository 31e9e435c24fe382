import { type FocusEvent, type RefObject, useRef, useState } from 'react'
import type { IndexById } from '../grid/order.ts'
import { findTile } from '../grid/tile-element.ts'
import { useBeforePaint } from './use-before-paint.ts'

/** The one tile that Tab reaches. */
export interface RovingTile {
  readonly activeIndex: number
  readonly activeId: string | null
  /** Makes a tile the active one without moving focus. */
  readonly activate: (id: string) => void
  /** Makes a tile the active one and gives it focus once it is rendered. */
  readonly focus: (id: string) => void
  /** Gives focus back to the active tile, or to the one that took its place. */
  readonly refocus: () => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Keeps one tile focusable; when it goes, the tile that took its place is next. */
export function useRovingTile(
  tiles: readonly { readonly id: string }[],
  indexById: IndexById,
  rootRef: RefObject<HTMLElement | null>,
): RovingTile {
  const [active, setActive] = useState({ id: '', index: 0 })
  const wantsFocus = useRef(false)
  const hasFocus = useRef(false)
  const activeIndex = indexById.get(active.id) ?? Math.min(active.index, tiles.length - 1)
  const activeId = tiles[activeIndex]?.id ?? null
  if (activeId !== null && (activeId !== active.id || activeIndex !== active.index)) {
    setActive({ id: activeId, index: activeIndex })
  }

  useBeforePaint(() => {
    const root = rootRef.current
    const tile = root && activeId !== null ? findTile(root, activeId) : null
    const isLost = hasFocus.current && document.activeElement === document.body
    if (!tile || !(wantsFocus.current || isLost)) return
    wantsFocus.current = false
    tile.focus({ preventScroll: true })
  })

  const activate = (id: string): void => setActive({ id, index: indexById.get(id) ?? 0 })
  const refocus = (): void => {
    wantsFocus.current = true
    setActive({ ...active })
  }
  return {
    activeIndex,
    activeId,
    activate,
    refocus,
    focus(id) {
      wantsFocus.current = true
      activate(id)
    },
    onFocus() {
      hasFocus.current = true
    },
    // React stays silent while it removes elements, so a focus that was taken away still counts as ours.
    onBlur(event) {
      hasFocus.current = event.currentTarget.contains(event.relatedTarget)
    },
  }
}

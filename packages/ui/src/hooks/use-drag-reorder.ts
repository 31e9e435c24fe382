import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ClientPoint } from '../grid/client-point.ts'
import { attachDragSession } from '../grid/drag-session.ts'
import type { Insertion } from '../grid/insertion.ts'
import { useLatest } from './use-latest.ts'

/** Tiles that a pointer holds. */
export interface Drag {
  readonly ids: ReadonlySet<string>
  readonly leadId: string
  /** Where it was picked up. */
  readonly from: ClientPoint
  readonly insertion: Insertion | null
}

export interface DragReorderOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>
  readonly isEnabled: boolean
  readonly insertionAt: (point: ClientPoint) => Insertion | null
  /** A tile is picked up; returns the tiles that go with it. */
  readonly onLift: (tileId: string) => ReadonlySet<string>
  readonly onDrop: (ids: ReadonlySet<string>, toIndex: number) => void
  readonly onHold: (tileId: string) => void
  readonly onCancel: () => void
}

export interface DragReorder {
  readonly drag: Drag | null
  readonly ghostRef: RefObject<HTMLDivElement | null>
}

/** Reorders by pointer; the ghost follows it without a render. */
export function useDragReorder(options: DragReorderOptions): DragReorder {
  const { scrollerRef, isEnabled } = options
  const [drag, setDrag] = useState<Drag | null>(null)
  const ghostRef = useRef<HTMLDivElement>(null)
  const latest = useLatest(options)

  useEffect(() => {
    const scroller = scrollerRef.current
    if (!scroller || !isEnabled) return undefined
    let ids: ReadonlySet<string> = new Set()
    const follow = (point: ClientPoint): void => {
      placeGhost(ghostRef.current, point)
      const insertion = latest.current.insertionAt(point)
      setDrag((current) => current && withInsertion(current, insertion))
    }
    return attachDragSession(scroller, {
      onLift(leadId, from) {
        ids = latest.current.onLift(leadId)
        setDrag({ ids, leadId, from, insertion: null })
      },
      onFrame: follow,
      onDrop(point) {
        setDrag(null)
        const insertion = latest.current.insertionAt(point)
        if (insertion) latest.current.onDrop(ids, insertion.index)
      },
      onHold(tileId) {
        setDrag(null)
        latest.current.onHold(tileId)
      },
      onCancel() {
        setDrag(null)
        latest.current.onCancel()
      },
    })
  }, [scrollerRef, isEnabled, latest])
  return { drag, ghostRef }
}

function withInsertion(drag: Drag, insertion: Insertion | null): Drag {
  const isSame = drag.insertion?.index === insertion?.index && drag.insertion?.side === insertion?.side
  return isSame ? drag : { ...drag, insertion }
}

/** Where the ghost of a pointer stands, as CSS. */
export const toGhostTransform = ({ xPx, yPx }: ClientPoint): string => `translate(${xPx}px, ${yPx}px)`

function placeGhost(ghost: HTMLElement | null, point: ClientPoint): void {
  if (ghost) ghost.style.transform = toGhostTransform(point)
}

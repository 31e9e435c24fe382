import { startAutoScroll } from './auto-scroll-loop.ts'
import type { ClientPoint } from './client-point.ts'
import { advanceGesture, type DragGesture, type GestureEvent, idleGesture, touchHoldMs } from './drag-gesture.ts'
import { swallowClickOf } from './swallow-click.ts'
import { draggableTileId } from './tile-element.ts'

export interface DragListener {
  readonly onLift: (tileId: string, point: ClientPoint) => void
  /** Each frame of a drag: the pointer, or the grid under it, may have moved. */
  readonly onFrame: (point: ClientPoint) => void
  readonly onDrop: (point: ClientPoint) => void
  /** A finger rested on a tile and let go without moving. */
  readonly onHold: (tileId: string) => void
  readonly onCancel: () => void
}

/**
 * Recognises drags that start on a tile. The session belongs to the scroller, so that it outlives the tile's element.
 * Returns a function that detaches it and cancels a drag under way.
 */
export function attachDragSession(scroller: HTMLElement, listener: DragListener): () => void {
  const controller = new AbortController()
  let gesture: DragGesture = idleGesture
  let point: ClientPoint = { xPx: 0, yPx: 0 }
  let holdTimer: ReturnType<typeof setTimeout> | undefined
  let stopScroll: (() => void) | undefined

  const lift = (pressed: Exclude<DragGesture, { status: 'idle' }>): void => {
    scroller.setPointerCapture(pressed.pointerId)
    swallowClickOf(pressed.pointerId)
    if (pressed.isTouch) navigator.vibrate?.(10)
    listener.onLift(pressed.tileId, point)
    stopScroll = startAutoScroll(scroller, () => point, listener.onFrame)
  }

  const advance = (event: GestureEvent): DragGesture => {
    const before = gesture
    gesture = advanceGesture(before, event)
    if (gesture.status !== 'pressed') clearTimeout(holdTimer)
    if (before.status === 'pressed' && gesture.status === 'dragging') lift(gesture)
    if (before.status === 'dragging' && gesture.status === 'idle') stopScroll?.()
    return before
  }

  const cancel = (): void => {
    if (advance({ type: 'ended' }).status === 'dragging') listener.onCancel()
  }

  const press = (event: PointerEvent): void => {
    if (gesture.status !== 'idle') return cancel()
    if (!(event.target instanceof Node && scroller.contains(event.target))) return
    const tileId = event.button === 0 ? draggableTileId(event.target) : null
    if (tileId === null) return
    point = { xPx: event.clientX, yPx: event.clientY }
    const isTouch = event.pointerType === 'touch'
    advance({ type: 'pressed', pointerId: event.pointerId, tileId, isTouch, ...point })
    if (isTouch) holdTimer = setTimeout(() => advance({ type: 'held' }), touchHoldMs)
  }

  const move = (event: PointerEvent): void => {
    if (gesture.status === 'idle' || event.pointerId !== gesture.pointerId) return
    point = { xPx: event.clientX, yPx: event.clientY }
    advance({ type: 'moved', pointerId: event.pointerId, ...point })
  }

  const release = (event: PointerEvent): void => {
    if (gesture.status === 'idle' || event.pointerId !== gesture.pointerId) return
    point = { xPx: event.clientX, yPx: event.clientY }
    const ended = advance({ type: 'ended' })
    if (ended.status !== 'dragging') return
    if (ended.hasMoved) listener.onDrop(point)
    else listener.onHold(ended.tileId)
  }

  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || gesture.status !== 'dragging') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  const keepFromScrolling = (event: TouchEvent): void => {
    if (gesture.status === 'dragging') event.preventDefault()
  }
  const keepMenuAway = (event: Event): void => {
    if (gesture.status !== 'idle' && gesture.isTouch) event.preventDefault()
  }
  const { signal } = controller
  scroller.addEventListener('touchmove', keepFromScrolling, { signal, passive: false })
  scroller.addEventListener('contextmenu', keepMenuAway, { signal })
  // On the window: a second pointer cancels wherever it comes down.
  window.addEventListener('pointerdown', press, { signal })
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', release, { signal })
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener('keydown', escape, { signal, capture: true })
  document.addEventListener('visibilitychange', cancel, { signal })
  return () => {
    cancel()
    controller.abort()
  }
}

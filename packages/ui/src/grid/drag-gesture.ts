/** Mouse and pen: distance after which a press is a drag. */
const mouseThresholdPx = 6
/** Touch: how long a finger rests before it lifts a tile, and how far it may stray meanwhile. */
export const touchHoldMs = 350
const touchTolerancePx = 10

interface PointerSample {
  readonly pointerId: number
  readonly xPx: number
  readonly yPx: number
}

interface Press extends PointerSample {
  readonly tileId: string
  readonly isTouch: boolean
}

/** One pointer from press to release. `hasMoved` tells a drag from a touch that was only held. */
export type DragGesture =
  | { readonly status: 'idle' }
  | ({ readonly status: 'pressed' } & Press)
  | ({ readonly status: 'dragging'; readonly hasMoved: boolean } & Press)

export type GestureEvent =
  | ({ readonly type: 'pressed' } & Press)
  | ({ readonly type: 'moved' } & PointerSample)
  | { readonly type: 'held' }
  | { readonly type: 'ended' }

export const idleGesture: DragGesture = { status: 'idle' }

/** The next state of a gesture; a second pointer, and a finger that strays before the hold, end it. */
export function advanceGesture(gesture: DragGesture, event: GestureEvent): DragGesture {
  switch (event.type) {
    case 'pressed':
      return gesture.status === 'idle' ? { ...event, status: 'pressed' } : idleGesture
    case 'moved':
      return gesture.status === 'idle' ? gesture : afterMove(gesture, event)
    case 'held':
      return gesture.status === 'pressed' ? { ...gesture, status: 'dragging', hasMoved: false } : gesture
    case 'ended':
      return idleGesture
    default:
      return event satisfies never
  }
}

function afterMove(gesture: Exclude<DragGesture, { status: 'idle' }>, sample: PointerSample): DragGesture {
  if (sample.pointerId !== gesture.pointerId) return gesture
  const distancePx = Math.hypot(sample.xPx - gesture.xPx, sample.yPx - gesture.yPx)
  const isPast = distancePx > (gesture.isTouch ? touchTolerancePx : mouseThresholdPx)
  if (!isPast) return gesture
  if (gesture.status === 'dragging') return gesture.hasMoved ? gesture : { ...gesture, hasMoved: true }
  return gesture.isTouch ? idleGesture : { ...gesture, status: 'dragging', hasMoved: true }
}

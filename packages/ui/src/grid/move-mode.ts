import type { Insertion } from './insertion.ts'
import { type Motion, type MotionBounds, moveIndex } from './motion.ts'
import { type IndexById, indexesOf, landingPosition, toIndexFor } from './order.ts'

/** Tiles in hand, by keyboard or by tap, that wait for a place. */
export interface MoveMode {
  readonly ids: ReadonlySet<string>
  readonly leadId: string
  readonly startPosition: number
  /** Where the first of them will stand, from 0. */
  readonly position: number
}

/** Lifts tiles by the one that the user has hold of. */
export function liftTiles(ids: ReadonlySet<string>, leadId: string, indexById: IndexById): MoveMode {
  const position = landingPosition(indexesOf(ids, indexById), indexById.get(leadId) ?? 0)
  return { ids, leadId, startPosition: position, position }
}

/** Moves the place in hand by a step; `bounds.count` is the number of all tiles. */
export function stepMove(mode: MoveMode, motion: Motion, bounds: MotionBounds): MoveMode {
  const count = bounds.count - mode.ids.size + 1
  return { ...mode, position: moveIndex(mode.position, motion, { ...bounds, count }) }
}

/** Where the bar stands: before the tile that was passed on the way back, else after the one before the gap. */
export function insertionOf(mode: MoveMode, indexById: IndexById): Insertion {
  const index = toIndexFor(indexesOf(mode.ids, indexById), mode.position)
  return { index, side: mode.position < mode.startPosition || index === 0 ? 'before' : 'after' }
}

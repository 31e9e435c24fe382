import { useState } from 'react'
import type { Insertion } from '../grid/insertion.ts'
import type { Motion, MotionBounds } from '../grid/motion.ts'
import { insertionOf, liftTiles, type MoveMode, stepMove } from '../grid/move-mode.ts'
import type { IndexById } from '../grid/order.ts'
import type { GridMessages } from '../messages/grid.ts'
import type { Announce } from './use-announcer.ts'
import type { MoveTiles } from './use-move-tiles.ts'

export interface MoveModeOptions {
  readonly isEnabled: boolean
  readonly indexById: IndexById
  readonly bounds: MotionBounds
  readonly moves: MoveTiles
  readonly messages: GridMessages
  readonly announce: Announce
  readonly reveal: (index: number) => void
}

/** Tiles in hand: lifted by key or button, placed by key, tap or click. */
export interface MoveModeHandle {
  readonly mode: MoveMode | null
  readonly insertion: Insertion | null
  readonly lift: (ids: ReadonlySet<string>, leadId: string) => void
  readonly step: (motion: Motion) => void
  /** One step without a mode. */
  readonly nudge: (ids: ReadonlySet<string>, leadId: string, motion: Motion) => void
  readonly drop: () => void
  readonly placeAt: (toIndex: number) => void
  readonly cancel: () => void
}

/** Holds the tiles that wait for a place, and announces each step. */
export function useMoveMode(options: MoveModeOptions): MoveModeHandle {
  const { isEnabled, indexById, bounds, moves, messages, announce, reveal } = options
  const [mode, setMode] = useState<MoveMode | null>(null)
  if (mode && !(isEnabled && indexById.has(mode.leadId))) setMode(null)
  const insertion = mode && insertionOf(mode, indexById)

  const place = (held: MoveMode, toIndex: number): void => {
    setMode(null)
    moves.move(held.ids, toIndex)
  }
  return {
    mode,
    insertion,
    lift(ids, leadId) {
      const next = liftTiles(ids, leadId, indexById)
      setMode(next)
      announce(messages.moving(moves.describe(ids), next.position + 1, bounds.count))
    },
    step(motion) {
      if (!mode) return
      const next = stepMove(mode, motion, bounds)
      const gap = insertionOf(next, indexById)
      setMode(next)
      reveal(gap.side === 'after' ? gap.index - 1 : gap.index)
      announce(messages.position(next.position + 1, bounds.count))
    },
    nudge(ids, leadId, motion) {
      const next = stepMove(liftTiles(ids, leadId, indexById), motion, bounds)
      moves.move(ids, insertionOf(next, indexById).index)
      reveal(next.position)
    },
    drop() {
      if (mode && insertion) place(mode, insertion.index)
    },
    placeAt(toIndex) {
      if (mode) place(mode, toIndex)
    },
    cancel() {
      if (!mode) return
      setMode(null)
      announce(messages.moveCancelled)
    },
  }
}

import type { GridLayout } from './layout.ts'

/** A step through the grid, in reading direction. */
export type Motion = 'forward' | 'backward' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last'

const motionByKey: Readonly<Record<string, Motion>> = {
  ArrowRight: 'forward',
  ArrowLeft: 'backward',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
}

const mirrored: Partial<Record<Motion, Motion>> = { forward: 'backward', backward: 'forward' }

/** The step that a key stands for; left and right swap in right-to-left text. */
export function toMotion(key: string, isRtl: boolean): Motion | null {
  const motion = motionByKey[key]
  if (motion === undefined) return null
  return (isRtl && mirrored[motion]) || motion
}

/** What a step is measured by. */
export interface MotionBounds {
  readonly layout: GridLayout
  /** Places that can be reached: 0 to `count - 1`. */
  readonly count: number
  /** Whole rows that the scroller shows. */
  readonly pageRows: number
}

/** The index that a step leads to; up and down keep the column and stay where there is no such row. */
export function moveIndex(index: number, motion: Motion, bounds: MotionBounds): number {
  const { columns } = bounds.layout
  const last = Math.max(0, bounds.count - 1)
  const page = columns * Math.max(1, bounds.pageRows)
  const target = {
    forward: index + 1,
    backward: index - 1,
    up: index - columns < 0 ? index : index - columns,
    down: downFrom(index, columns, last),
    pageUp: index - page < 0 ? index % columns : index - page,
    pageDown: index + page,
    first: 0,
    last,
  }[motion]
  return Math.min(Math.max(0, target), last)
}

/** A row down; from above a short last row to its end. */
function downFrom(index: number, columns: number, last: number): number {
  const isLastRow = Math.floor(index / columns) === Math.floor(last / columns)
  return isLastRow ? index : index + columns
}

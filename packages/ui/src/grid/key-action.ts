import { type Motion, toMotion } from './motion.ts'

/** What a key asks of the grid while a tile has focus. */
export type KeyAction =
  | { readonly type: 'go'; readonly motion: Motion; readonly extendsSelection: boolean }
  | { readonly type: 'nudge'; readonly motion: Motion }
  | { readonly type: PlainAction }

type PlainAction = 'toggle' | 'selectAll' | 'escape' | 'remove' | 'undo' | 'redo' | 'lift' | 'moveTo' | 'open' | 'help'

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const plainByKey: Readonly<Record<string, PlainAction>> = {
  ' ': 'toggle',
  Enter: 'open',
  Escape: 'escape',
  Delete: 'remove',
  Backspace: 'remove',
  m: 'lift',
  g: 'moveTo',
  '?': 'help',
}

/** Translates a key; null leaves it to the browser. */
export function toKeyAction(press: KeyPress, isRtl: boolean): KeyAction | null {
  const motion = toMotion(press.key, isRtl)
  if (motion !== null) return toMotionAction(press, motion)
  if (press.altKey) return null
  const type = press.ctrlKey || press.metaKey ? toShortcut(press) : plainByKey[toLower(press.key)]
  return type ? { type } : null
}

function toMotionAction(press: KeyPress, motion: Motion): KeyAction | null {
  if (!press.altKey) return { type: 'go', motion, extendsSelection: press.shiftKey }
  return press.shiftKey && press.key.startsWith('Arrow') ? { type: 'nudge', motion } : null
}

function toShortcut(press: KeyPress): PlainAction | null {
  const key = press.key.toLowerCase()
  if (key === 'a') return 'selectAll'
  if (key === 'y') return 'redo'
  if (key !== 'z') return null
  return press.shiftKey ? 'redo' : 'undo'
}

const toLower = (key: string): string => (key.length === 1 ? key.toLowerCase() : key)

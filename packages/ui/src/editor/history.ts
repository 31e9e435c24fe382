import type { DraftItem } from './draft-item.ts'

export type EditKind = 'removed' | 'restored' | 'moved' | 'added' | 'alt' | 'caption' | 'cover' | 'replaced'

export interface Edit {
  readonly kind: EditKind
  readonly count: number
  /** Edits of one session (one visit to a text field) are one step. */
  readonly session?: string | undefined
}

/** The items as they were on the other side of one edit. */
export interface HistoryStep {
  readonly items: readonly DraftItem[]
  readonly edit: Edit
}

export interface History {
  readonly past: readonly HistoryStep[]
  readonly future: readonly HistoryStep[]
}

export interface Edited {
  readonly items: readonly DraftItem[]
  readonly history: History
}

/** Steps that are kept: at 10,000 items a step costs about 40 KB. */
export const historyLimit = 100

export const emptyHistory: History = { past: [], future: [] }

/** Takes an edit in; nothing changed is no step, and a text session is one step. */
export function recordEdit<State extends Edited>(state: State, items: readonly DraftItem[], edit: Edit): State {
  if (items === state.items) return state
  const { past } = state.history
  const steps = continues(past.at(-1), edit) ? past : [...past, { items: state.items, edit }].slice(-historyLimit)
  return { ...state, items, history: { past: steps, future: [] } }
}

export function undoEdit<State extends Edited>(state: State): State {
  const step = state.history.past.at(-1)
  if (!step) return state
  const past = state.history.past.slice(0, -1)
  const future = [{ items: state.items, edit: step.edit }, ...state.history.future]
  return { ...state, items: step.items, history: { past, future } }
}

export function redoEdit<State extends Edited>(state: State): State {
  const [step, ...future] = state.history.future
  if (!step) return state
  const past = [...state.history.past, { items: state.items, edit: step.edit }]
  return { ...state, items: step.items, history: { past, future } }
}

function continues(last: HistoryStep | undefined, edit: Edit): boolean {
  return edit.session !== undefined && last?.edit.session === edit.session && last.edit.kind === edit.kind
}

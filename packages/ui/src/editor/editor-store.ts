import type { Draft } from './draft.ts'
import type { DraftEvent } from './draft-event.ts'
import { reduceDraft } from './reduce-draft.ts'

/** Holds one draft; made for `useSyncExternalStore`. */
export interface EditorStore {
  readonly getSnapshot: () => Draft
  readonly subscribe: (listener: () => void) => () => void
  readonly dispatch: (event: DraftEvent) => void
}

/** A store that tells its listeners of every draft that differs from the one before. */
export function createEditorStore(initial: Draft): EditorStore {
  let draft = initial
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => draft,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch(event) {
      const next = reduceDraft(draft, event)
      if (next === draft) return
      draft = next
      for (const listener of listeners) listener()
    },
  }
}

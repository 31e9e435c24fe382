import type { Gallery } from '@gallerist/sdk/contract'
import type { Draft, SaveAttempt, SaveFailure } from './draft.ts'
import type { EditorStore } from './editor-store.ts'
import { isDirty } from './select-changes.ts'
import { selectConflict } from './select-conflict.ts'
import type { SaveMode } from './select-save-outlook.ts'
import { selectUploadProgress } from './select-uploads.ts'
import { toSaveAttempt } from './to-save-body.ts'

/** How a save ended. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly gallery: Gallery }
  | { readonly kind: 'conflict'; readonly theirs: Gallery }
  /** `expiredIds`: uploads, or media they became, that ran out before this save. */
  | { readonly kind: 'failed'; readonly failure: SaveFailure; readonly expiredIds: readonly string[] }

export interface SavePorts {
  readonly store: EditorStore
  /** Never rejects. */
  readonly send: (attempt: SaveAttempt) => Promise<SaveAnswer>
  readonly createId: () => string
  readonly mode: SaveMode
}

export interface SaveRunner {
  readonly request: () => void
  readonly withdraw: () => void
  /** Starts a save that was waiting for its uploads; to be called after every change of the draft. */
  readonly advance: () => void
}

/** Runs saves, one at a time. Nothing else in the editor sends a draft. */
export function createSaveRunner({ store, send, createId, mode }: SavePorts): SaveRunner {
  const advance = () => {
    const draft = store.getSnapshot()
    if (draft.save.kind !== 'waiting') return
    // A save that has lost its reason must not wait for the next edit to give it another.
    if (!isDirty(draft) || selectConflict(draft)) return store.dispatch({ type: 'saveWithdrawn' })
    if (!canStart(draft, mode)) return
    const attempt = toSaveAttempt(draft, createId())
    store.dispatch({ type: 'saveStarted', attempt })
    void send(attempt).then((answer) => land(store, answer))
  }
  return {
    request() {
      store.dispatch({ type: 'saveRequested' })
      advance()
    },
    withdraw: () => store.dispatch({ type: 'saveWithdrawn' }),
    advance,
  }
}

function canStart(draft: Draft, mode: SaveMode): boolean {
  const { pendingCount, stuck } = selectUploadProgress(draft)
  return mode === 'leave-out' || (pendingCount === 0 && stuck.length === 0)
}

function land(store: EditorStore, answer: SaveAnswer): void {
  switch (answer.kind) {
    case 'saved':
      return store.dispatch({ type: 'saveSucceeded', gallery: answer.gallery })
    case 'conflict':
      return store.dispatch({ type: 'saveConflicted', theirs: answer.theirs })
    case 'failed':
      store.dispatch({ type: 'saveFailed', failure: answer.failure })
      return store.dispatch({ type: 'uploadsExpired', ids: answer.expiredIds })
    default:
      return answer satisfies never
  }
}

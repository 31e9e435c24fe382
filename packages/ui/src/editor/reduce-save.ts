import { type Draft, idleSave } from './draft.ts'
import type { SaveEvent } from './draft-event.ts'
import { landSave } from './land-save.ts'
import { toSentItems } from './to-save-body.ts'

/** The course of a save. The draft itself changes only when one has succeeded. */
export function reduceSave(draft: Draft, event: SaveEvent): Draft {
  switch (event.type) {
    case 'saveRequested':
      return draft.save.kind === 'saving' ? draft : { ...draft, save: { kind: 'waiting' } }
    case 'saveWithdrawn':
      return draft.save.kind === 'waiting' ? { ...draft, save: idleSave } : draft
    case 'saveStarted': {
      const sent = { sentItems: toSentItems(draft), sentHistory: draft.history }
      return { ...draft, save: { kind: 'saving', ...sent }, attempt: event.attempt }
    }
    case 'saveSucceeded':
      return landSave(draft, event.gallery)
    case 'saveFailed':
      if (draft.save.kind !== 'saving') return draft
      return { ...draft, save: { kind: 'failed', failure: event.failure } }
    case 'saveConflicted':
      return { ...draft, save: idleSave, attempt: null, theirs: event.theirs }
    default:
      return event satisfies never
  }
}

import { type Draft, idleSave, takeWholly, withoutEdits } from './draft.ts'
import type { DraftEvent } from './draft-event.ts'
import { redoEdit, undoEdit } from './history.ts'
import { reduceEdit } from './reduce-edit.ts'
import { reduceSave } from './reduce-save.ts'
import { reduceUpload } from './reduce-upload.ts'
import { refreshBase, undoSave } from './refresh-base.ts'
import { isDirty } from './select-changes.ts'

/** The next draft. Pure: clocks, randomness, files and the network stay with the caller. */
export function reduceDraft(draft: Draft, event: DraftEvent): Draft {
  return withoutOldFailure(reduceEvent(draft, event))
}

/** Without edits a save has nothing to try again, and the next edit is none of its. */
function withoutOldFailure(draft: Draft): Draft {
  return draft.save.kind === 'failed' && !isDirty(draft) ? { ...draft, save: idleSave } : draft
}

function reduceEvent(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case 'itemsRemoved':
    case 'itemsRestored':
    case 'itemsMoved':
    case 'filesAdded':
    case 'altEdited':
    case 'captionEdited':
    case 'coverSet':
    case 'itemReplaced':
    case 'replacementDropped':
      return reduceEdit(draft, event)
    case 'uploadAdvanced':
    case 'uploadCompleted':
    case 'uploadFailed':
    case 'uploadsExpired':
    case 'leaseRenewed':
      return reduceUpload(draft, event)
    case 'saveRequested':
    case 'saveWithdrawn':
    case 'saveStarted':
    case 'saveSucceeded':
    case 'saveFailed':
    case 'saveConflicted':
      return reduceSave(draft, event)
    case 'undone':
      return undoEdit(draft)
    case 'redone':
      return redoEdit(draft)
    case 'baseRefreshed':
      return refreshBase(draft, event.gallery)
    case 'saveUndone':
      return undoSave(draft, event.gallery)
    case 'theirsLoaded':
      return draft.theirs ? takeWholly(draft, draft.theirs) : draft
    case 'discarded':
      return discard(draft)
    default:
      return event satisfies never
  }
}

/** Back to what was saved; the newest version, where somebody has saved one. */
function discard(draft: Draft): Draft {
  if (draft.save.kind === 'saving') return draft
  if (draft.theirs) return takeWholly(draft, draft.theirs)
  return { ...draft, ...withoutEdits, items: draft.base.items }
}

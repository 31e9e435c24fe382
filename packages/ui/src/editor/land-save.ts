import type { Gallery } from '@gallerist/sdk/contract'
import { type Draft, idleSave } from './draft.ts'
import { type DraftItem, type TileIds, toDraftItems, uploadKeysOf } from './draft-item.ts'
import type { DraftUploads } from './draft-upload.ts'
import type { History, HistoryStep } from './history.ts'
import { rebaseItems } from './rebase-items.ts'

/** A save has succeeded: its answer is the new base, and edits made while it was under way stand on it. */
export function landSave(draft: Draft, gallery: Gallery): Draft {
  if (draft.save.kind !== 'saving') return draft
  const { sentItems, sentHistory } = draft.save
  const tileIds = learnTileIds(draft, sentItems)
  const items = toDraftItems(gallery, tileIds)
  const rebase = (mine: readonly DraftItem[]) => rebaseItems(mine, sentItems, items)
  return forgetUploads({
    ...draft,
    base: { version: gallery.version, items },
    items: rebase(draft.items),
    history: mapHistory(stepsSince(draft.history, sentHistory), rebase),
    save: idleSave,
    attempt: null,
    theirs: null,
    tileIds,
  })
}

/** Drops uploads that neither the draft nor a step of its history needs. */
function forgetUploads(draft: Draft): Draft {
  const { past, future } = draft.history
  const lists = [draft.items, ...[...past, ...future].map((step) => step.items)]
  const needed = new Set(lists.flatMap((items) => items.flatMap(uploadKeysOf)))
  const uploads: DraftUploads = new Map([...draft.uploads].filter(([key]) => needed.has(key)))
  return uploads.size === draft.uploads.size ? draft : { ...draft, uploads }
}

/** Runs every list of a history through a change. */
export function mapHistory(history: History, change: (items: readonly DraftItem[]) => readonly DraftItem[]): History {
  const mapSteps = (steps: readonly HistoryStep[]) => steps.map((step) => ({ ...step, items: change(step.items) }))
  return { past: mapSteps(history.past), future: mapSteps(history.future) }
}

/**
 * History begins anew with a save; only what was edited, undone or redone while it was under way can still be taken
 * back. Steps are told by their edits: a refetch makes new steps of them.
 */
function stepsSince(history: History, sent: History): History {
  return { past: withoutEditsOf(sent.past, history.past), future: withoutEditsOf(sent.future, history.future) }
}

function withoutEditsOf(old: readonly HistoryStep[], steps: readonly HistoryStep[]): readonly HistoryStep[] {
  const edits = new Set(old.map(({ edit }) => edit))
  return steps.filter(({ edit }) => !edits.has(edit))
}

/** A tile keeps its id when its upload becomes a media. */
function learnTileIds(draft: Draft, sentItems: readonly DraftItem[]): TileIds {
  const learnt = sentItems.flatMap((item) => {
    const key = item.origin.kind === 'upload' ? item.origin.uploadKey : item.replaceWith
    const media = item.origin.kind === 'media' ? undefined : draft.uploads.get(key ?? '')?.result?.media
    return media ? [[media.id, item.id] as const] : []
  })
  return learnt.length === 0 ? draft.tileIds : new Map([...draft.tileIds, ...learnt])
}

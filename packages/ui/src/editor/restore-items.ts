import type { Draft } from './draft.ts'
import type { DraftItem } from './draft-item.ts'
import { insertByNeighbour } from './place-items.ts'

/** Brings removed items back to where they were saved, with the edits they had when they were removed. */
export function restoreItems(draft: Draft, ids: readonly string[]): readonly DraftItem[] {
  const wanted = new Set(ids)
  const present = new Set(draft.items.map((item) => item.id))
  const missing = draft.base.items.filter((item) => wanted.has(item.id) && !present.has(item.id))
  const coverTaken = draft.items.some((item) => item.isCover)
  const latest = latestOf(draft, missing)
  const arrivals = coverTaken ? latest.map(withoutCover) : latest
  return insertByNeighbour(draft.items, arrivals, draft.base.items)
}

function latestOf(draft: Draft, missing: readonly DraftItem[]): readonly DraftItem[] {
  const latest = new Map(missing.map((item) => [item.id, item]))
  for (const step of draft.history.past)
    for (const item of step.items) if (latest.has(item.id)) latest.set(item.id, item)
  return missing.map((item) => latest.get(item.id) ?? item)
}

function withoutCover(item: DraftItem): DraftItem {
  return item.isCover ? { ...item, isCover: false } : item
}

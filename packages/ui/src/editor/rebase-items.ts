import type { DraftItem } from './draft-item.ts'
import { insertByNeighbour } from './place-items.ts'

type Items = readonly DraftItem[]

/**
 * Brings edits that were made on `from` onto `onto`: order and texts of `items` win where they were changed,
 * what is new there arrives at its place, and what was taken away there goes only if it is untouched here.
 */
export function rebaseItems(items: Items, from: Items, onto: Items): Items {
  if (items === from) return onto
  const before = byId(from)
  const now = byId(onto)
  const kept = items.flatMap((item) => {
    const fresh = now.get(item.id)
    if (fresh) return [mergeItem(item, before.get(item.id), fresh)]
    return before.get(item.id) === item ? [] : [item]
  })
  const arrivals = onto.filter((item) => !before.has(item.id))
  return insertByNeighbour(kept, arrivals, onto)
}

/** Three-way, field by field: what was changed here stays, everything else is taken from `now`. */
function mergeItem(mine: DraftItem, before: DraftItem | undefined, now: DraftItem): DraftItem {
  if (mine === before) return now
  return {
    id: mine.id,
    origin: now.origin,
    caption: mine.caption === before?.caption ? now.caption : mine.caption,
    alt: before && mine.alt === before.alt ? now.alt : mine.alt,
    isCover: mine.isCover === before?.isCover ? now.isCover : mine.isCover,
    replaceWith: replacementOf(mine, before),
  }
}

/** A new upload that was exchanged for another file after it had been sent is, from then on, a replacement. */
function replacementOf(mine: DraftItem, before: DraftItem | undefined): string | undefined {
  const exchanged = before?.origin.kind === 'upload' && mine.origin !== before.origin
  if (exchanged && mine.origin.kind === 'upload') return mine.origin.uploadKey
  return mine.replaceWith === before?.replaceWith ? undefined : mine.replaceWith
}

function byId(items: Items): ReadonlyMap<string, DraftItem> {
  return new Map(items.map((item) => [item.id, item]))
}

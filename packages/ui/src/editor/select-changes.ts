import { type DiffItem, diffGallery, type GalleryDiff, isEmptyDiff } from '@gallerist/sdk/contract'
import type { Draft } from './draft.ts'
import type { DraftItem } from './draft-item.ts'
import { rememberByIdentity } from './remember-by-identity.ts'

type Items = readonly DraftItem[]

const diffLists = rememberByIdentity((before: Items, after: Items): GalleryDiff => {
  const [old, now] = withoutCommonEnds(before, after)
  return diffGallery(old.map(toDiffItem), now.map(toDiffItem))
})

/** What both lists begin and end with takes no part in a difference; in a long gallery that is nearly all of it. */
function withoutCommonEnds(before: Items, after: Items): readonly [Items, Items] {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start += 1
  let end = 0
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)]
}

/** What a save would change, by tile id. */
export function selectChanges(draft: Draft): GalleryDiff {
  return diffLists(draft.base.items, draft.items)
}

/** Says whether a save would change anything. */
export function isDirty(draft: Draft): boolean {
  return draft.items !== draft.base.items && !isEmptyDiff(selectChanges(draft))
}

/** The removed items, as they were saved and in their old order: a save deletes their files. */
export function selectRemoved(draft: Draft): readonly DraftItem[] {
  const removed = new Set(selectChanges(draft).removed)
  return removed.size === 0 ? [] : draft.base.items.filter((item) => removed.has(item.id))
}

export function toDiffItem({ id, caption, alt, isCover, replaceWith }: DraftItem): DiffItem {
  return { key: id, caption, alt, isCover, replaceWith }
}

import type { Gallery } from '@gallerist/sdk/contract'
import { type Draft, takeWholly } from './draft.ts'
import { type DraftItem, type DraftOrigin, toDraftItems } from './draft-item.ts'
import { mapItems } from './edit-items.ts'
import { mapHistory } from './land-save.ts'
import { rebaseItems } from './rebase-items.ts'
import { isDirty } from './select-changes.ts'

type Items = readonly DraftItem[]

/**
 * A gallery was fetched again. A draft without edits becomes it; one with edits keeps every item, its order and
 * its texts, takes fresh addresses, and remembers that somebody saved a newer version, while its base stays the version
 * it was made on, so that a save is refused and not a lost update. An older answer is ignored.
 */
export function refreshBase(draft: Draft, gallery: Gallery): Draft {
  if (gallery.version < draft.base.version) return draft
  const fresh = reuseItems(toDraftItems(gallery, draft.tileIds), draft.base.items)
  const isSameVersion = gallery.version === draft.base.version
  if (fresh === draft.base.items && isSameVersion) return draft
  const isBusy = draft.save.kind === 'saving' || draft.save.kind === 'waiting'
  if (!isSameVersion && !isBusy && !isDirty(draft)) return takeWholly(draft, gallery)
  const theirs = isSameVersion || draft.save.kind === 'waiting' ? draft.theirs : gallery
  return { ...refreshMedia(draft, fresh), theirs }
}

/** A save was taken back: what it removed returns, what it added goes unless it was edited since. */
export function undoSave(draft: Draft, gallery: Gallery): Draft {
  if (gallery.version <= draft.base.version) return draft
  const onto = toDraftItems(gallery, draft.tileIds)
  const rebase = (items: Items) => rebaseItems(items, draft.base.items, onto)
  const base = { version: gallery.version, items: onto }
  const history = mapHistory(draft.history, rebase)
  return { ...draft, base, items: rebase(draft.items), history, theirs: null }
}

/** Fresh addresses and file facts for the media on both sides. Lists, places and texts stay those of the base. */
function refreshMedia(draft: Draft, fresh: Items): Draft {
  const fetched = new Map(fresh.map((item) => [item.id, item.origin]))
  const refreshed = (item: DraftItem): DraftItem => {
    const origin = fetched.get(item.id)
    if (item.origin.kind !== 'media' || origin?.kind !== 'media' || origin === item.origin) return item
    return { ...item, origin }
  }
  const refresh = (items: Items) => mapItems(items, refreshed)
  const base = { ...draft.base, items: refresh(draft.base.items) }
  return { ...draft, base, items: refresh(draft.items), history: mapHistory(draft.history, refresh) }
}

/** The old objects wherever nothing changed, so that tiles of untouched items are not drawn again. */
function reuseItems(fresh: Items, old: Items): Items {
  const byId = new Map(old.map((item) => [item.id, item]))
  const reused = fresh.map((item) => {
    const known = byId.get(item.id)
    return known && isSameItem(known, item) ? known : item
  })
  return reused.length === old.length && reused.every((item, index) => item === old[index]) ? old : reused
}

function isSameItem(left: DraftItem, right: DraftItem): boolean {
  const sameTexts = left.caption === right.caption && left.alt === right.alt && left.isCover === right.isCover
  return sameTexts && isSameOrigin(left.origin, right.origin)
}

/** By identity first: a query cache hands unchanged media out as the same objects. */
function isSameOrigin(left: DraftOrigin, right: DraftOrigin): boolean {
  if (left.kind === 'media' && right.kind === 'media' && left.media === right.media) return true
  return JSON.stringify(left) === JSON.stringify(right)
}

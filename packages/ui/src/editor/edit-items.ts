import type { DraftItem } from './draft-item.ts'

type Items = readonly DraftItem[]

/** Changes the named items; items that the change leaves as they are keep their identity, and so does the list. */
function patchItems(items: Items, ids: readonly string[], patch: (item: DraftItem) => DraftItem): Items {
  const named = new Set(ids)
  return mapItems(items, (item) => (named.has(item.id) ? patch(item) : item))
}

/** `map` that returns the same list where nothing changed. */
export function mapItems(items: Items, change: (item: DraftItem) => DraftItem): Items {
  const changed = items.map(change)
  return changed.every((item, index) => item === items[index]) ? items : changed
}

export function setAlt(items: Items, ids: readonly string[], alt: string | undefined): Items {
  return patchItems(items, ids, (item) => (item.alt === alt ? item : { ...item, alt }))
}

export function setCaption(items: Items, ids: readonly string[], caption: string | null): Items {
  return patchItems(items, ids, (item) => (item.caption === caption ? item : { ...item, caption }))
}

/** One cover at most: the flag moves. An id that is not there changes nothing. */
export function setCover(items: Items, id: string): Items {
  if (!items.some((item) => item.id === id)) return items
  return mapItems(items, (item) => (item.isCover === (item.id === id) ? item : { ...item, isCover: item.id === id }))
}

/** A saved item takes the new bytes on save; one that was never saved just becomes the other file. */
export function replaceItem(items: Items, id: string, uploadKey: string): Items {
  return patchItems(items, [id], (item) =>
    item.origin.kind === 'upload'
      ? { ...item, origin: { kind: 'upload', uploadKey } }
      : { ...item, replaceWith: uploadKey },
  )
}

export function dropReplacement(items: Items, id: string): Items {
  return patchItems(items, [id], (item) =>
    item.replaceWith === undefined ? item : { ...item, replaceWith: undefined },
  )
}

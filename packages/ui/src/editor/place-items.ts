import type { DraftItem } from './draft-item.ts'

type Items = readonly DraftItem[]

/** Puts the named items, in their order, before the item that is at `toIndex` now. */
export function moveItems(items: Items, ids: readonly string[], toIndex: number): Items {
  const moving = new Set(ids)
  const before = items.slice(0, toIndex).filter((item) => !moving.has(item.id))
  const after = items.slice(Math.max(0, toIndex)).filter((item) => !moving.has(item.id))
  return keepIfSame(items, [...before, ...items.filter((item) => moving.has(item.id)), ...after])
}

/** Puts new items before the item at `atIndex`; at the end where none is given. */
export function insertItems(items: Items, added: Items, atIndex = items.length): Items {
  return added.length === 0 ? items : items.toSpliced(atIndex, 0, ...added)
}

export function removeItems(items: Items, ids: readonly string[]): Items {
  const leaving = new Set(ids)
  return keepIfSame(
    items,
    items.filter((item) => !leaving.has(item.id)),
  )
}

/** Puts `arrivals` where `order` has them: each behind its nearest predecessor that is in `items`, else first. */
export function insertByNeighbour(items: Items, arrivals: Items, order: Items): Items {
  if (arrivals.length === 0) return items
  const present = new Set(items.map((item) => item.id))
  const arriving = new Map(arrivals.filter((item) => !present.has(item.id)).map((item) => [item.id, item]))
  const behind = new Map<string | null, DraftItem[]>()
  let anchor: string | null = null
  for (const { id } of order) {
    const item = arriving.get(id)
    if (item) groupOf(behind, anchor).push(item)
    else if (present.has(id)) anchor = id
  }
  return [...(behind.get(null) ?? []), ...items.flatMap((item) => [item, ...(behind.get(item.id) ?? [])])]
}

function groupOf<Key>(groups: Map<Key, DraftItem[]>, key: Key): DraftItem[] {
  const group = groups.get(key) ?? []
  groups.set(key, group)
  return group
}

function keepIfSame(before: Items, after: Items): Items {
  const same = before.length === after.length && before.every((item, index) => item === after[index])
  return same ? before : after
}

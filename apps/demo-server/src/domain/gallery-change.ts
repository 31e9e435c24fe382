import { diffGallery, isEmptyDiff, type MediaId } from '@gallerist/sdk/contract'
import { assignRanks } from './assign-ranks.ts'
import { keyOfItem, toDiffItem, type ItemHolder, type StoredItem, type WantedItem } from './gallery-item.ts'

/** A media that takes other bytes. */
export interface FileSwap {
  readonly mediaId: MediaId
  readonly fromFileId: string
  readonly toFileId: string
}

/** Rows that turn one state of a list into another. */
export interface ListChange {
  readonly insert: readonly StoredItem[]
  readonly remove: readonly StoredItem[]
  /** New values of rows that stay. */
  readonly update: readonly StoredItem[]
}

export interface WantedList {
  readonly holder: ItemHolder
  readonly before: readonly StoredItem[]
  readonly after: readonly WantedItem[]
  /** Ids for rows to come. */
  readonly createId: () => string
}

/** The fewest rows that make the stored list the wanted one. */
export function toListChange({ holder, before, after, createId }: WantedList): ListChange {
  const stored = new Map(before.map((item) => [keyOfItem(item), item]))
  const ranks = assignRanks(after.map((item) => stored.get(keyOfItem(item))?.rank ?? null))
  const rows = after.map((item, index) => ({
    ...item,
    ...holder,
    rank: ranks[index] ?? 0,
    id: stored.get(keyOfItem(item))?.id ?? createId(),
  }))
  const wanted = new Set(after.map(keyOfItem))
  return {
    insert: rows.filter((row) => !stored.has(keyOfItem(row))),
    remove: before.filter((item) => !wanted.has(keyOfItem(item))),
    update: rows.filter((row) => {
      const old = stored.get(keyOfItem(row))
      return old !== undefined && !isSameRow(old, row)
    }),
  }
}

/** What takes a change of the list back. */
export function invertListChange(before: readonly StoredItem[], change: ListChange): ListChange {
  const stored = new Map(before.map((item) => [item.id, item]))
  return {
    insert: change.remove,
    remove: change.insert,
    update: change.update.flatMap((row) => stored.get(row.id) ?? []),
  }
}

export function isUnchanged(before: readonly StoredItem[], after: readonly WantedItem[]): boolean {
  return isEmptyDiff(diffGallery(before.map(toDiffItem), after.map(toDiffItem)))
}

function isSameRow(a: StoredItem, b: StoredItem): boolean {
  return a.rank === b.rank && a.caption === b.caption && a.alt === b.alt && a.isCover === b.isCover
}

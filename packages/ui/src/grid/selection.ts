/** Ids, never positions: a selection survives a reorder. */
export type SelectedIds = ReadonlySet<string>

export const nothingSelected: SelectedIds = new Set<string>()

export function toggleId(ids: SelectedIds, id: string): SelectedIds {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** What is left of a selection once some tiles are gone; the same set when none of it is. */
export function keepIds(ids: SelectedIds, isThere: (id: string) => boolean): SelectedIds {
  const kept = [...ids].filter(isThere)
  return kept.length === ids.size ? ids : new Set(kept)
}

/** Both ends of a range that Shift extends; its lead is the end that moves. */
export interface SelectionRange {
  readonly anchor: number
  readonly lead: number
}

/** Extends a range to a new lead: tiles that it no longer covers leave the selection, the rest of it stays. */
export function extendRange(
  ids: SelectedIds,
  range: SelectionRange,
  { lead, idAt }: { readonly lead: number; readonly idAt: (index: number) => string | undefined },
): SelectedIds {
  const next = new Set(ids)
  for (const id of idsBetween(range.anchor, range.lead, idAt)) next.delete(id)
  for (const id of idsBetween(range.anchor, lead, idAt)) next.add(id)
  return next
}

function idsBetween(from: number, to: number, idAt: (index: number) => string | undefined): readonly string[] {
  const start = Math.min(from, to)
  const indexes = Array.from({ length: Math.abs(from - to) + 1 }, (_, offset) => start + offset)
  return indexes.flatMap((index) => idAt(index) ?? [])
}

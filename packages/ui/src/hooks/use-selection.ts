import { useEffect, useRef, useState } from 'react'
import type { IndexById } from '../grid/order.ts'
import { extendRange, keepIds, nothingSelected, type SelectedIds, toggleId } from '../grid/selection.ts'

/** A selection that the caller keeps. */
export interface GridSelection {
  readonly ids: ReadonlySet<string>
  readonly onChange: (ids: ReadonlySet<string>) => void
}

/** The selection and what can be done to it. */
export interface SelectionHandle {
  readonly ids: SelectedIds
  readonly toggle: (id: string) => void
  /** Selects from the anchor to a tile. */
  readonly extendTo: (id: string) => void
  /** Where the next range begins. */
  readonly anchorAt: (id: string) => void
  readonly replace: (ids: Iterable<string>) => void
}

/** Keeps a selection of tiles that are still there; the caller's where it has one, else its own. */
export function useSelection(
  tiles: readonly { readonly id: string }[],
  indexById: IndexById,
  controlled?: GridSelection,
): SelectionHandle {
  const [own, setOwn] = useState<SelectedIds>(nothingSelected)
  const ids = controlled?.ids ?? own
  const select = controlled?.onChange ?? setOwn
  const range = useRef<{ anchorId: string; leadId: string } | null>(null)

  useEffect(() => {
    const kept = keepIds(ids, (id) => indexById.has(id))
    if (kept !== ids) select(kept)
  }, [ids, indexById, select])

  const anchorAt = (id: string): void => {
    range.current = { anchorId: id, leadId: id }
  }
  return {
    ids,
    anchorAt,
    toggle(id) {
      anchorAt(id)
      select(toggleId(ids, id))
    },
    extendTo(id) {
      const lead = indexById.get(id)
      if (lead === undefined) return
      const { anchorId, leadId } = range.current ?? { anchorId: id, leadId: id }
      const anchor = indexById.get(anchorId) ?? lead
      const previous = { anchor, lead: indexById.get(leadId) ?? anchor }
      range.current = { anchorId: tiles[anchor]?.id ?? id, leadId: id }
      select(extendRange(ids, previous, { lead, idAt: (index) => tiles[index]?.id }))
    },
    replace(next) {
      select(new Set(next))
    },
  }
}

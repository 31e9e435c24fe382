import { nextSequence, type Transaction } from './backend-state.ts'
import type { DocumentRow, GalleryRow } from './rows.ts'

/** A changed holder as it is committed: its version grows by one, and it comes first in lists. */
export function toNextVersion<Holder extends GalleryRow | DocumentRow>(
  { state, nowMs }: Transaction,
  holder: Holder,
): Holder {
  return { ...holder, version: holder.version + 1, updatedAtMs: nowMs, sequence: nextSequence(state) }
}

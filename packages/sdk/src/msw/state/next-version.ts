import { nextSequence, type GalleryRow, type Transaction } from './backend-state.ts'

/** A changed gallery as it is committed: its version grows by one, and it comes first in lists. */
export function toNextVersion({ state, nowMs }: Transaction, gallery: GalleryRow): GalleryRow {
  return { ...gallery, version: gallery.version + 1, updatedAtMs: nowMs, sequence: nextSequence(state) }
}

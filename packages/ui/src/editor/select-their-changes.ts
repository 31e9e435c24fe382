import { diffGallery } from '@gallerist/sdk/contract'
import type { Draft } from './draft.ts'
import { toDraftItems } from './draft-item.ts'
import { toDiffItem } from './select-changes.ts'
import { selectConflict } from './select-conflict.ts'

/** What somebody else's save changed of the version that this draft was made on. */
export interface TheirChanges {
  readonly version: number
  /** ISO 8601, UTC. */
  readonly savedAt: string
  readonly added: number
  readonly removed: number
  /** Moved or edited. */
  readonly other: number
}

/** Their save in numbers; null where nobody saved a newer version. */
export function selectTheirChanges(draft: Draft): TheirChanges | null {
  const { base } = draft
  const theirs = selectConflict(draft)
  if (!theirs) return null
  const after = toDraftItems(theirs, draft.tileIds)
  const { added, removed, moved, edited } = diffGallery(base.items.map(toDiffItem), after.map(toDiffItem))
  const other = new Set([...moved, ...edited.map(({ key }) => key)]).size
  const counts = { added: added.length, removed: removed.length, other }
  return { version: theirs.version, savedAt: theirs.updatedAt, ...counts }
}

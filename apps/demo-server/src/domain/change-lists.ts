import { randomUUID } from 'node:crypto'
import type { MediaId } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import type { TouchedFile } from '../db/deletions.ts'
import { readFileIds } from '../db/files.ts'
import { insertItems, removeItems, updateItems } from '../db/gallery-items.ts'
import { invertListChange, isUnchanged, toListChange, type FileSwap, type ListChange } from './gallery-change.ts'
import { resolveLists, type EntryResolution, type ResolvedList, type SavedList } from './resolve-entries.ts'
import { takeUploads } from './take-uploads.ts'

export interface AppliedChange {
  readonly hasChanged: boolean
  readonly inverse: ListChange
  readonly swaps: readonly FileSwap[]
  readonly touched: readonly TouchedFile[]
}

/**
 * Makes the lists of a holder, whose row is locked, what a save says: the fewest rows, replaced bytes, and the files
 * that the triggers have condemned.
 *
 * @throws DomainError those of resolveLists and takeUploads
 */
export async function changeLists(
  tx: Sql,
  saved: readonly SavedList[],
  resolution: EntryResolution,
): Promise<AppliedChange> {
  const { lists, replacements } = await resolveLists(tx, saved, resolution)
  const change = joinChanges(lists.map(toChange))
  const removedIds = removedMedia(saved, change)
  const removedFiles = await readFileIds(tx, removedIds)
  await removeItems(tx, change.remove)
  await insertItems(tx, change.insert)
  await updateItems(tx, change.update)
  const swaps = await takeUploads(tx, resolution.user.id, replacements)
  return {
    hasChanged: swaps.length + change.insert.length + change.remove.length + change.update.length > 0,
    inverse: invertListChange(
      lists.flatMap((list) => list.before),
      change,
    ),
    swaps,
    touched: [
      ...removedIds.map((mediaId) => ({
        mediaId,
        fileId: removedFiles.get(mediaId) ?? '',
        reason: 'removed' as const,
      })),
      ...swaps.map(({ mediaId, fromFileId }) => ({ mediaId, fileId: fromFileId, reason: 'replaced' as const })),
    ],
  }
}

const unchanged: ListChange = { insert: [], remove: [], update: [] }

function toChange({ holder, before, after }: ResolvedList): ListChange {
  return isUnchanged(before, after) ? unchanged : toListChange({ holder, before, after, createId: randomUUID })
}

function joinChanges(changes: readonly ListChange[]): ListChange {
  return {
    insert: changes.flatMap((change) => change.insert),
    remove: changes.flatMap((change) => change.remove),
    update: changes.flatMap((change) => change.update),
  }
}

/** What leaves one list and is in no other list of the holder afterwards. */
function removedMedia(saved: readonly SavedList[], change: ListChange): MediaId[] {
  const leaving = new Set(change.remove.map((item) => item.id))
  const staying = [...saved.flatMap((list) => list.before.filter((item) => !leaving.has(item.id))), ...change.insert]
  const stays = new Set(staying.flatMap((item) => item.mediaId ?? []))
  return [...new Set(change.remove.flatMap((item) => item.mediaId ?? []))].filter((id) => !stays.has(id))
}

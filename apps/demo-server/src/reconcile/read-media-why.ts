import type { FateOfFile, FileFate, MediaId, MediaWhy, User } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { readUses } from '../db/media-refs.ts'
import { canWrite } from '../domain/access.ts'
import { DomainError } from '../domain/domain-error.ts'
import {
  readFormerOwner,
  readLivingFiles,
  readPurges,
  readRemovals,
  type LivingFileRow,
  type PurgeRow,
  type RemovalRow,
} from './media-fate-rows.ts'

/**
 * Why a media's bytes are still there, or gone: read off references, files, purges and receipts, whatever is left of it.
 *
 * @throws DomainError MEDIA_NOT_FOUND, also for somebody else's
 */
export async function readMediaWhy(sql: Sql, mediaId: MediaId, user: User): Promise<MediaWhy> {
  const [owner, removals] = [await readFormerOwner(sql, mediaId), await readRemovals(sql, mediaId)]
  const owned = owner ?? removals[0]
  if (owned === undefined || !canWrite(user, owned)) {
    throw new DomainError('MEDIA_NOT_FOUND', `There is no media ${mediaId} that you may ask about.`)
  }
  const removedIds = [...new Set(removals.map((removal) => removal.fileId))]
  const living = new Map((await readLivingFiles(sql, mediaId, removedIds)).map((row) => [row.fileId, row]))
  const purges = Map.groupBy(await readPurges(sql, removedIds), (purge) => purge.fileId)
  const uses = await readUses(sql, [mediaId], user)
  const fileIds = [...new Set([...living.keys(), ...removedIds])]
  const files = fileIds
    .map((id) => toFile(owned.fileName, living.get(id), purges.get(id) ?? [], toRemovals(removals, id)))
    .toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
  return { mediaId, fate: files[0]?.fate ?? 'gone', usedBy: uses.get(mediaId) ?? [], files }
}

const toRemovals = (removals: readonly RemovalRow[], fileId: string) =>
  removals.filter((removal) => removal.fileId === fileId)

function toFile(
  uploadedName: string,
  living: LivingFileRow | undefined,
  purges: readonly PurgeRow[],
  removals: readonly RemovalRow[],
): FateOfFile {
  const fate = fateOf(living, purges)
  const doneAt = purges.flatMap((purge) => purge.doneAt ?? []).toSorted((one, other) => Number(other) - Number(one))[0]
  return {
    fileName: removals[0]?.fileName ?? living?.fileName ?? uploadedName,
    isCurrent: living?.isCurrent ?? false,
    fate,
    dueAt: (living?.dueAt ?? purges[0]?.dueAt)?.toISOString() ?? null,
    deletedAt: fate === 'deleted' ? (doneAt?.toISOString() ?? null) : null,
    purges: purges.map(({ key, doneAt: at, attempts, lastError }) => ({
      key,
      doneAt: at?.toISOString() ?? null,
      attempts,
      lastError,
    })),
    removedBy: removals.map(({ deletionId, action, reason, galleryId, galleryVersion, at, undoneAt }) => ({
      deletionId,
      action,
      reason,
      galleryId,
      galleryVersion,
      at: at.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
  }
}

/** Never more than was observed: without its rows, a file that went is just gone. */
function fateOf(living: LivingFileRow | undefined, purges: readonly PurgeRow[]): FileFate {
  if (living?.isHeld) return 'held'
  if (living !== undefined) return living.dueAt === null ? 'used' : living.isStaged ? 'staged' : 'condemned'
  if (purges.some((purge) => purge.doneAt === null)) return 'deleting'
  if (purges.some((purge) => purge.outcome === 'hidden')) return 'hidden'
  return purges.length > 0 ? 'deleted' : 'gone'
}

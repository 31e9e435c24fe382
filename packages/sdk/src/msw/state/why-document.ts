import type { FateOfFile, MediaId, MediaWhy, User } from '../../contract/index.ts'
import { mayChange } from './access.ts'
import type { BackendState, Transaction } from './backend-state.ts'
import type { FileRow } from './rows.ts'
import { toIsoTime, toIsoTimeOrNull } from './iso-time.ts'
import { Refusal } from './refusal.ts'
import { usesOf } from './uses.ts'

/** Why a media's files are still there, or gone; also of a media that is gone. */
export function toWhy({ state }: Transaction, mediaId: MediaId, user: User): MediaWhy {
  const userId = state.media.get(mediaId)?.userId ?? state.goneMedia.get(mediaId)
  if (userId === undefined || !mayChange(user, { userId }))
    throw new Refusal('MEDIA_NOT_FOUND', `There is no media ${mediaId} that you may ask about.`)
  const files = [...state.files.values()]
    .filter((file) => file.mediaId === mediaId)
    .map((file) => toFate(state, file))
    .toReversed()
    .toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
  return { mediaId, fate: files[0]?.fate ?? 'gone', usedBy: usesOf(state, mediaId), files }
}

function toFate(state: BackendState, file: FileRow): FateOfFile {
  const keys = [file.originalKey, ...file.thumbnails.map(({ key }) => key)]
  return {
    fileName: file.fileName,
    isCurrent: state.media.get(file.mediaId)?.fileId === file.id,
    fate: fateOf(state, file),
    dueAt: toIsoTimeOrNull(file.dueAtMs),
    deletedAt: toIsoTimeOrNull(file.deletedAtMs),
    purges: file.judgedAtMs === null ? [] : keys.map((key) => toPurge(file, key)),
    removedBy: toRemovals(state, file),
  }
}

function fateOf(state: BackendState, file: FileRow): FateOfFile['fate'] {
  if (file.deletedAtMs !== null) return 'deleted'
  if (file.judgedAtMs !== null) return 'deleting'
  if (file.held) return 'held'
  if (file.dueAtMs === null) return 'used'
  const media = state.media.get(file.mediaId)
  return media?.fileId === file.id && !media.everUsed ? 'staged' : 'condemned'
}

function toPurge({ deletedAtMs, failure }: FileRow, key: string): FateOfFile['purges'][number] {
  const attempts = failure?.attempts ?? (deletedAtMs === null ? 0 : 1)
  return { key, doneAt: toIsoTimeOrNull(deletedAtMs), attempts, lastError: failure?.message ?? null }
}

function toRemovals(state: BackendState, file: FileRow): FateOfFile['removedBy'] {
  return [...state.deletions.values()].toReversed().flatMap((row) => {
    const dropped = row.files.find(({ fileId }) => fileId === file.id)
    if (dropped === undefined) return []
    const { action, galleryId, galleryVersion } = row
    const times = { at: toIsoTime(row.createdAtMs), undoneAt: toIsoTimeOrNull(row.undoneAtMs) }
    return [{ deletionId: row.id, action, reason: dropped.reason, galleryId, galleryVersion, ...times }]
  })
}

import type { MediaId, UploadId, UserId } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { MediaRow, UploadRow } from './rows.ts'
import { condemnFile, spareFile } from './condemn.ts'
import type { DroppedFile, UndoRecord } from './deletion-row.ts'

export interface Replacement {
  readonly mediaId: MediaId
  readonly uploadId: UploadId
}

export interface Replaced {
  readonly dropped: DroppedFile
  readonly undo: UndoRecord['media'][number]
}

/** Where an upload stands as a source of new bytes. */
export type UploadStanding = 'staged' | 'used' | 'expired' | 'unknown'

export function standingOf({ state }: Transaction, uploadId: UploadId, userId: UserId): UploadStanding {
  const upload = state.uploads.get(uploadId)
  if (upload === undefined || upload.userId !== userId) return 'unknown'
  if (upload.consumed) return 'used'
  const media = upload.mediaId === null ? undefined : state.media.get(upload.mediaId)
  if (media === undefined) return 'expired'
  return media.everUsed ? 'used' : 'staged'
}

/** Gives a media the file of a staged upload, whose own media ends; id, place and texts stay. */
export function replaceFile(tx: Transaction, { mediaId, uploadId }: Replacement): Replaced {
  const { state, nowMs } = tx
  const before = expectRow(state.media, mediaId)
  const source = takeMedia(tx, expectRow(state.uploads, uploadId))
  const after = {
    ...before,
    fileId: source.fileId,
    contentVersion: before.contentVersion + 1,
    updatedAtMs: nowMs,
  }
  state.files.set(source.fileId, { ...expectRow(state.files, source.fileId), mediaId })
  state.media.set(mediaId, after)
  spareFile(tx, source.fileId)
  condemnFile(tx, before.fileId)
  return { dropped: { mediaId, fileId: before.fileId, reason: 'replaced' }, undo: { before, after } }
}

function takeMedia({ state }: Transaction, upload: UploadRow): MediaRow {
  if (upload.mediaId === null) throw new Error(`The upload ${upload.id} was not completed.`)
  const media = expectRow(state.media, upload.mediaId)
  state.uploads.set(upload.id, { ...upload, consumed: true })
  state.media.delete(media.id)
  state.goneMedia.set(media.id, media.userId)
  return media
}

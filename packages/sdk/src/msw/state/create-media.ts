import { limits, mediaIdSchema, type UploadPurpose, type UserId } from '../../contract/index.ts'
import { nextSequence, type Transaction } from './backend-state.ts'
import type { MediaRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import { storeFile, type NewFile } from './store-file.ts'

export interface NewMedia {
  readonly userId: UserId
  readonly purpose: UploadPurpose
  readonly picture: Omit<NewFile, 'mediaId' | 'dueAtMs'>
}

/** Makes a stored picture a media: staged, attached to an object, or pinned to the library. */
export function createMedia(tx: Transaction, { userId, purpose, picture }: NewMedia): MediaRow {
  const id = mediaIdSchema.parse(crypto.randomUUID())
  const file = storeFile(tx, { ...picture, mediaId: id, dueAtMs: tx.nowMs + limits.stagedLeaseMs })
  const row: MediaRow = {
    id,
    userId,
    title: purpose.title ?? null,
    altText: purpose.altText ?? null,
    fileId: file.id,
    contentVersion: 1,
    attachment: purpose.attachTo ?? null,
    inLibrary: !purpose.staged && purpose.attachTo === undefined,
    everUsed: false,
    createdAtMs: tx.nowMs,
    updatedAtMs: tx.nowMs,
    sequence: nextSequence(tx.state),
  }
  tx.state.media.set(id, row)
  settleMedia(tx, [id])
  return row
}

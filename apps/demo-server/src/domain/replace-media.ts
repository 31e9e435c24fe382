import { randomUUID } from 'node:crypto'
import type { MediaId, ReplacedMedia, UploadId, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { runOnce } from '../db/idempotency.ts'
import { lockMedia } from '../db/media.ts'
import { readMediaOf } from './manage-media.ts'
import { readOwnReceipt } from './receipts.ts'
import { takeUploads } from './take-uploads.ts'
import { toMedia, type UrlRules } from './to-media.ts'
import { invertSwaps, toUndoRecord } from './undo-record.ts'
import { lockUploadOf } from './uploads.ts'

export interface ReplaceRequest {
  readonly user: User
  readonly mediaId: MediaId
  readonly uploadId: UploadId
  readonly idempotencyKey: string | null
}

/**
 * Gives a media other bytes at once; its id, places and texts stay, the old file is condemned.
 *
 * @throws DomainError MEDIA_NOT_FOUND, UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, UPLOAD_ALREADY_USED
 */
export function replaceMedia(database: Database, request: ReplaceRequest, rules: UrlRules): Promise<ReplacedMedia> {
  const act = {
    userId: request.user.id,
    key: request.idempotencyKey,
    route: `PUT media file ${request.mediaId}`,
    bodyHash: request.uploadId,
  }
  return database.transaction((tx) => runOnce(tx, act, () => replace(tx, request, rules)))
}

async function replace(tx: Sql, { user, mediaId, uploadId }: ReplaceRequest, rules: UrlRules): Promise<ReplacedMedia> {
  await lockMedia(tx, [mediaId])
  const media = await readMediaOf(tx, mediaId, user)
  await lockUploadOf(tx, uploadId, user)
  const swaps = await takeUploads(tx, user.id, new Map([[mediaId, uploadId]]))
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: media.userId,
    action: 'media-replaced',
    galleryId: null,
    galleryVersion: null,
    undo: toUndoRecord({ swaps: invertSwaps(swaps) }),
  })
  await insertTouchedFiles(tx, id, [{ mediaId, fileId: media.fileId, reason: 'replaced' }])
  return { media: toMedia(await readMediaOf(tx, mediaId, user), rules), receipt: await readOwnReceipt(tx, id, user) }
}

import { randomUUID } from 'node:crypto'
import type { GalleryId, Plan, Receipt, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { deleteGalleryRow } from '../db/galleries.ts'
import { readItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { lockMedia, readMedia } from '../db/media.ts'
import { refuseStale } from './refuse-stale.ts'
import { toPlan } from './plans.ts'
import { lockGalleryOf } from './read-gallery.ts'
import { readOwnReceipt } from './receipts.ts'
import type { UrlRules } from './to-media.ts'
import { toUndoRecord } from './undo-record.ts'

export interface DeleteGalleryRequest {
  readonly user: User
  readonly galleryId: GalleryId
  /** Null: whatever its version. */
  readonly baseVersion: number | null
  readonly idempotencyKey: string | null
}

/**
 * Deletes a gallery, and the files that nothing else uses.
 *
 * @throws DomainError GALLERY_NOT_FOUND, GALLERY_CHANGED
 */
export function deleteGallery(database: Database, request: DeleteGalleryRequest, rules: UrlRules): Promise<Receipt> {
  const route = `DELETE gallery ${request.galleryId}`
  const act = { userId: request.user.id, key: request.idempotencyKey, route, bodyHash: String(request.baseVersion) }
  return database.transaction((tx) => runOnce(tx, act, async () => (await remove(tx, request, rules)).receipt))
}

/** What deleting it would delete and keep: the very deletion, rolled back. */
export function planGalleryDeletion(
  database: Database,
  request: Pick<DeleteGalleryRequest, 'user' | 'galleryId'>,
  rules: UrlRules,
): Promise<Plan> {
  return database.transaction(
    async (tx) => {
      const { receipt, version } = await remove(tx, { ...request, baseVersion: null, idempotencyKey: null }, rules)
      return toPlan(receipt, { id: request.galleryId, version })
    },
    { dryRun: true },
  )
}

async function remove(
  tx: Sql,
  request: DeleteGalleryRequest,
  rules: UrlRules,
): Promise<{ receipt: Receipt; version: number }> {
  const gallery = await lockGalleryOf(tx, request.galleryId, request.user)
  if (request.baseVersion !== null) await refuseStale(tx, gallery, request.baseVersion, rules)
  const items = await readItems(tx, gallery.id)
  const mediaIds = items.flatMap((item) => item.mediaId ?? [])
  await lockMedia(tx, mediaIds)
  const media = await readMedia(tx, mediaIds)
  await deleteGalleryRow(tx, gallery.id)
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: gallery.userId,
    action: 'gallery-deleted',
    galleryId: gallery.id,
    galleryVersion: gallery.version,
    undo: toUndoRecord({
      createGalleries: [{ ...gallery, createdAt: gallery.createdAt.toISOString() }],
      list: { insert: items, remove: [], update: [] },
    }),
  })
  await insertTouchedFiles(
    tx,
    id,
    media.map((row) => ({ mediaId: row.id, fileId: row.fileId, reason: 'removed' })),
  )
  return { receipt: await readOwnReceipt(tx, id, request.user), version: gallery.version }
}

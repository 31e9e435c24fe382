import { randomUUID } from 'node:crypto'
import type { MediaId, Receipt, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { bumpDocument, lockDocuments, type DocumentRow } from '../db/documents.ts'
import { bumpGallery, lockGalleries, type GalleryRow } from '../db/galleries.ts'
import { readItemsOfMedia, removeItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { condemnStaged, lockMedia } from '../db/media.ts'
import { readUses, removeDirectRefs, type DirectRef } from '../db/media-refs.ts'
import { refuse } from './domain-error.ts'
import type { StoredItem } from './gallery-item.ts'
import { readMediaOf } from './manage-media.ts'
import { readOwnReceipt } from './receipts.ts'
import { toUndoRecord, type UndoRecord } from './undo-record.ts'

export interface DeleteMediaRequest {
  readonly user: User
  readonly mediaId: MediaId
  /** Takes it out of the galleries and documents that show it, too. */
  readonly detach: boolean
  readonly idempotencyKey: string | null
}

/**
 * Takes a media off its objects and out of the library, and condemns its file.
 *
 * @throws DomainError MEDIA_NOT_FOUND, MEDIA_IN_USE with the galleries and documents that show it, unless `detach`
 */
export function deleteMedia(database: Database, request: DeleteMediaRequest): Promise<Receipt> {
  const act = {
    userId: request.user.id,
    key: request.idempotencyKey,
    route: `DELETE media ${request.mediaId}`,
    bodyHash: String(request.detach),
  }
  return database.transaction((tx) => runOnce(tx, act, () => remove(tx, request)))
}

async function remove(tx: Sql, { user, mediaId, detach }: DeleteMediaRequest): Promise<Receipt> {
  // Holders are locked before media, as in every other act; one that took the media meanwhile joins afterwards.
  await lockHolders(tx, mediaId)
  await lockMedia(tx, [mediaId])
  const holders = await lockHolders(tx, mediaId)
  const media = await readMediaOf(tx, mediaId, user)
  const items = await readItemsOfMedia(tx, mediaId)
  if (items.length > 0 && !detach) await refuseInUse(tx, mediaId, user)
  await removeItems(tx, items)
  const refs = await removeDirectRefs(tx, mediaId)
  await condemnStaged(tx, mediaId)
  for (const gallery of holders.galleries) await bumpGallery(tx, gallery.id)
  for (const document of holders.documents) await bumpDocument(tx, document.id)
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: media.userId,
    action: 'media-deleted',
    undo: toUndo(holders, items, refs),
  })
  await insertTouchedFiles(tx, id, [{ mediaId, fileId: media.fileId, reason: 'removed' }])
  return readOwnReceipt(tx, id, user)
}

/** A media that nothing used has no place to come back to. */
function toUndo(
  { galleries, documents }: Holders,
  items: readonly StoredItem[],
  refs: readonly DirectRef[],
): UndoRecord | null {
  if (items.length + refs.length === 0) return null
  return toUndoRecord({
    restoreGalleries: galleries.map((gallery) => ({
      ...gallery,
      version: gallery.version + 1,
      createdAt: gallery.createdAt.toISOString(),
    })),
    restoreDocuments: documents.map((document) => ({
      ...document,
      version: document.version + 1,
      createdAt: document.createdAt.toISOString(),
    })),
    list: { insert: items, remove: [], update: [] },
    refs,
  })
}

interface Holders {
  readonly galleries: readonly GalleryRow[]
  readonly documents: readonly DocumentRow[]
}

async function lockHolders(tx: Sql, mediaId: MediaId): Promise<Holders> {
  const items = await readItemsOfMedia(tx, mediaId)
  const galleries = await lockGalleries(tx, [...new Set(items.flatMap((item) => item.galleryId ?? []))])
  const documents = await lockDocuments(tx, [...new Set(items.flatMap((item) => item.documentId ?? []))])
  return { galleries, documents }
}

async function refuseInUse(tx: Sql, mediaId: MediaId, user: User): Promise<never> {
  const uses = (await readUses(tx, [mediaId], user)).get(mediaId) ?? []
  const usedBy = uses.filter((use) => use.kind === 'gallery' || use.kind === 'document')
  throw refuse(
    'MEDIA_IN_USE',
    `${usedBy.length} galleries and documents show media ${mediaId}. Take it out of them first, or delete it with detach=true.`,
    { usedBy },
  )
}

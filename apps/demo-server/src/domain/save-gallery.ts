import { randomUUID } from 'node:crypto'
import type {
  GalleryId,
  ObjectBases,
  Plan,
  Receipt,
  SaveGalleryBody,
  SavedGallery,
  User,
} from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { bumpGallery, findGallery, type GalleryRow } from '../db/galleries.ts'
import { readItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { changeLists } from './change-lists.ts'
import { inGallery } from './gallery-item.ts'
import { hashOf } from './hash-of.ts'
import { refuseStalePlan, toPlan } from './plans.ts'
import { lockGalleryOf, toGallery } from './read-gallery.ts'
import { readOwnReceipt } from './receipts.ts'
import { refuseStale } from './refuse-stale.ts'
import type { UrlRules } from './to-media.ts'
import { invertSwaps, toUndoRecord } from './undo-record.ts'

export interface SaveRequest {
  readonly user: User
  readonly galleryId: GalleryId
  /** The version that the save was made against. */
  readonly baseVersion: number
  readonly body: SaveGalleryBody
  readonly idempotencyKey: string | null
}

export interface GalleryRules extends UrlRules {
  readonly bases: ObjectBases
}

/**
 * Commits order, texts, cover, replacements and removals at once. What the save drops is condemned in the same
 * transaction; storage is not called here, so nothing storage does can fail a save.
 *
 * @throws DomainError GALLERY_NOT_FOUND, GALLERY_CHANGED, PLAN_STALE, and those of changeLists
 */
export function saveGallery(database: Database, request: SaveRequest, rules: GalleryRules): Promise<SavedGallery> {
  return database.transaction((tx) =>
    runOnce(
      tx,
      {
        userId: request.user.id,
        key: request.idempotencyKey,
        route: `PUT gallery ${request.galleryId}`,
        bodyHash: hashOf([request.baseVersion, request.body]),
      },
      async () => {
        const saved = await save(tx, request, rules)
        refuseStalePlan(request.body.ifPlan, toPlanOf(saved.receipt, request))
        return saved
      },
    ),
  )
}

/** What a save would delete and keep: the very save, rolled back. */
export function planGallerySave(database: Database, request: SaveRequest, rules: GalleryRules): Promise<Plan> {
  return database.transaction(async (tx) => toPlanOf((await save(tx, request, rules)).receipt, request), {
    dryRun: true,
  })
}

function toPlanOf(receipt: Receipt, { galleryId, baseVersion }: SaveRequest): Plan {
  return toPlan(receipt, { id: galleryId, version: baseVersion })
}

async function save(tx: Sql, request: SaveRequest, rules: GalleryRules): Promise<SavedGallery> {
  const gallery = await lockGalleryOf(tx, request.galleryId, request.user)
  await refuseStale(tx, gallery, request.baseVersion, rules)
  const list = { holder: inGallery(gallery.id), before: await readItems(tx, gallery.id), entries: request.body.items }
  const change = await changeLists(tx, [list], { user: request.user, bases: rules.bases })
  const changed = change.hasChanged || changesFacts(gallery, request.body)
  if (changed) await bumpGallery(tx, gallery.id, request.body)
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: gallery.userId,
    action: 'gallery-saved',
    galleryId: gallery.id,
    galleryVersion: gallery.version + (changed ? 1 : 0),
    undo: changed
      ? toUndoRecord({
          restoreGalleries: [{ ...gallery, version: gallery.version + 1, createdAt: gallery.createdAt.toISOString() }],
          list: change.inverse,
          swaps: invertSwaps(change.swaps),
        })
      : null,
  })
  await insertTouchedFiles(tx, id, change.touched)
  const row = await findGallery(tx, gallery.id)
  return { gallery: await toGallery(tx, row ?? gallery, rules), receipt: await readOwnReceipt(tx, id, request.user) }
}

function changesFacts(gallery: GalleryRow, body: SaveGalleryBody): boolean {
  return (body.title ?? gallery.title) !== gallery.title || (body.published ?? gallery.published) !== gallery.published
}

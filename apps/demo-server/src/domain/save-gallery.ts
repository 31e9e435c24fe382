import { randomUUID } from 'node:crypto'
import type { GalleryId, ObjectBases, Plan, SaveGalleryBody, SavedGallery, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles, type TouchedFile } from '../db/deletions.ts'
import { bumpGallery, findGallery, type GalleryRow } from '../db/galleries.ts'
import { insertItems, readItems, removeItems, updateItems } from '../db/gallery-items.ts'
import { runOnce } from '../db/idempotency.ts'
import { readFileIds } from '../db/files.ts'
import { invertListChange, isUnchanged, toListChange, type FileSwap, type ListChange } from './gallery-change.ts'
import { hashOf } from './hash-of.ts'
import { toPlan } from './plans.ts'
import { lockGalleryOf, toGallery } from './read-gallery.ts'
import { readOwnReceipt } from './receipts.ts'
import { refuseStale } from './refuse-stale.ts'
import { resolveEntries, type ResolvedList } from './resolve-entries.ts'
import { takeUploads } from './take-uploads.ts'
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
 * @throws DomainError GALLERY_NOT_FOUND, GALLERY_CHANGED, and those of resolveEntries and takeUploads
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
      () => save(tx, request, rules),
    ),
  )
}

/** What a save would delete and keep: the very save, rolled back. */
export function planGallerySave(database: Database, request: SaveRequest, rules: GalleryRules): Promise<Plan> {
  return database.transaction(
    async (tx) => toPlan((await save(tx, request, rules)).receipt, request.galleryId, request.baseVersion),
    { dryRun: true },
  )
}

async function save(tx: Sql, request: SaveRequest, rules: GalleryRules): Promise<SavedGallery> {
  const gallery = await lockGalleryOf(tx, request.galleryId, request.user)
  await refuseStale(tx, gallery, request.baseVersion, rules)
  const change = await changeList(tx, gallery, request, rules)
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

interface AppliedChange {
  readonly hasChanged: boolean
  readonly inverse: ListChange
  readonly swaps: readonly FileSwap[]
  readonly touched: readonly TouchedFile[]
}

const emptyChange: ListChange = { insert: [], remove: [], update: [] }

async function changeList(
  tx: Sql,
  gallery: GalleryRow,
  request: SaveRequest,
  rules: GalleryRules,
): Promise<AppliedChange> {
  const entries = request.body.items
  if (entries === undefined) return { hasChanged: false, inverse: emptyChange, swaps: [], touched: [] }
  const before = await readItems(tx, gallery.id)
  const wanted = await resolveEntries(tx, entries, {
    galleryId: gallery.id,
    user: request.user,
    before,
    bases: rules.bases,
  })
  const change = isUnchanged(before, wanted.items)
    ? emptyChange
    : toListChange({ galleryId: gallery.id, before, after: wanted.items, createId: randomUUID })
  const { swaps, touched } = await applyList(tx, change, wanted, request.user)
  return {
    hasChanged: change !== emptyChange || swaps.length > 0,
    inverse: invertListChange(before, change),
    swaps,
    touched,
  }
}

async function applyList(
  tx: Sql,
  change: ListChange,
  wanted: ResolvedList,
  user: User,
): Promise<{ swaps: FileSwap[]; touched: TouchedFile[] }> {
  const removedIds = change.remove.flatMap((item) => item.mediaId ?? [])
  const removedFiles = await readFileIds(tx, removedIds)
  await removeItems(tx, change.remove)
  await insertItems(tx, change.insert)
  await updateItems(tx, change.update)
  const swaps = await takeUploads(tx, user.id, wanted.replacements)
  return {
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

function changesFacts(gallery: GalleryRow, body: SaveGalleryBody): boolean {
  return (body.title ?? gallery.title) !== gallery.title || (body.published ?? gallery.published) !== gallery.published
}

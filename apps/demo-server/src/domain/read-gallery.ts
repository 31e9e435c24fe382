import type { Gallery, GalleryId, GalleryItem, User } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { findGallery, lockGalleries, type GalleryRow } from '../db/galleries.ts'
import { readItems } from '../db/gallery-items.ts'
import { readMedia, type MediaRow } from '../db/media.ts'
import { canRead, canWrite } from './access.ts'
import { DomainError } from './domain-error.ts'
import type { StoredItem } from './gallery-item.ts'
import { toMedia, type UrlRules } from './to-media.ts'

/** @throws DomainError GALLERY_NOT_FOUND, also for somebody else's */
export async function readGallery(
  sql: Sql,
  request: { galleryId: GalleryId; user: User | null; rules: UrlRules },
): Promise<Gallery> {
  const row = await findGallery(sql, request.galleryId)
  if (row === null || !canRead(request.user, row)) throw galleryNotFound(request.galleryId)
  return toGallery(sql, row, request.rules)
}

/** Locks a gallery for an act of this user. */
export async function lockGalleryOf(tx: Sql, galleryId: GalleryId, user: User): Promise<GalleryRow> {
  const [row] = await lockGalleries(tx, [galleryId])
  if (row === undefined || !canWrite(user, row)) throw galleryNotFound(galleryId)
  return row
}

/** The whole document: items in order, each with its media. */
export async function toGallery(sql: Sql, row: GalleryRow, rules: UrlRules): Promise<Gallery> {
  const items = await readItems(sql, row.id)
  const media = await readMedia(
    sql,
    items.flatMap((item) => item.mediaId ?? []),
  )
  const byId = new Map(media.map((one) => [one.id, one]))
  return {
    id: row.id,
    userId: row.userId,
    title: row.title,
    published: row.published,
    version: row.version,
    items: items.flatMap((item) => toItem(item, item.mediaId === null ? undefined : byId.get(item.mediaId), rules)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function galleryNotFound(galleryId: GalleryId): DomainError {
  return new DomainError('GALLERY_NOT_FOUND', `There is no gallery ${galleryId} that you may use.`)
}

function toItem(item: StoredItem, media: MediaRow | undefined, rules: UrlRules): GalleryItem[] {
  const texts = {
    caption: item.caption,
    ...(item.alt === null ? {} : { alt: item.alt }),
    isCover: item.isCover,
  }
  if (item.externalUrl !== null) return [{ kind: 'external', url: item.externalUrl, ...texts }]
  return media === undefined ? [] : [{ kind: 'media', media: toMedia(media, rules), ...texts }]
}

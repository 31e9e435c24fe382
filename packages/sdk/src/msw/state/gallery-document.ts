import type { Gallery, GalleryItem, GallerySummary } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { GalleryRow, ItemRow } from './rows.ts'
import { toIsoTime } from './iso-time.ts'
import { toMedia } from './media-document.ts'

/** A gallery as the API shows it. */
export function toGallery(tx: Transaction, row: GalleryRow): Gallery {
  return { ...toFacts(row), items: row.items.map((item) => toItem(tx, item)) }
}

/** A gallery as lists show it. */
export function toGallerySummary(tx: Transaction, row: GalleryRow): GallerySummary {
  const pictures = row.items.filter((item) => item.kind === 'media')
  const cover = pictures.find((item) => item.isCover) ?? pictures[0]
  return {
    ...toFacts(row),
    itemCount: row.items.length,
    cover: cover === undefined ? null : toMedia(tx, expectRow(tx.state.media, cover.mediaId)),
  }
}

function toFacts({ id, userId, title, published, version, createdAtMs, updatedAtMs }: GalleryRow) {
  const times = { createdAt: toIsoTime(createdAtMs), updatedAt: toIsoTime(updatedAtMs) }
  return { id, userId, title, published, version, ...times }
}

function toItem(tx: Transaction, item: ItemRow): GalleryItem {
  const { caption, isCover } = item
  const texts = { caption, isCover, ...(item.alt === undefined ? {} : { alt: item.alt }) }
  if (item.kind === 'external') return { kind: 'external', url: item.url, ...texts }
  return { kind: 'media', media: toMedia(tx, expectRow(tx.state.media, item.mediaId)), ...texts }
}

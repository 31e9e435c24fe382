import type { DiffItem, DocumentId, GalleryId, MediaId } from '@gallerist/sdk/contract'

/** What a place belongs to: a gallery, or a field of a document. */
export type ItemHolder =
  | { readonly galleryId: GalleryId; readonly documentId: null; readonly field: null }
  | { readonly galleryId: null; readonly documentId: DocumentId; readonly field: string }

/** A place as it is stored. Exactly one of `mediaId` and `externalUrl` is set. */
export type StoredItem = ItemHolder & StoredPlace

interface StoredPlace {
  readonly id: string
  readonly rank: number
  readonly mediaId: MediaId | null
  readonly externalUrl: string | null
  readonly caption: string | null
  /** Null: the media's own alt text. */
  readonly alt: string | null
  readonly isCover: boolean
}

/** A place of a list that is to be saved. */
export type WantedItem = Omit<StoredPlace, 'id' | 'rank'>

export function inGallery(galleryId: GalleryId): ItemHolder {
  return { galleryId, documentId: null, field: null }
}

/** Identity of a place: what it shows, never where it stands. Any text may be an external URL, a media's id as well. */
export function keyOfItem(item: Pick<StoredItem, 'mediaId' | 'externalUrl'>): string {
  return item.mediaId === null ? `external ${item.externalUrl}` : `media ${item.mediaId}`
}

export function toDiffItem(item: WantedItem): DiffItem {
  return { key: keyOfItem(item), caption: item.caption, alt: item.alt ?? undefined, isCover: item.isCover }
}

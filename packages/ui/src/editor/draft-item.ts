import type { Gallery, GalleryItem, Media } from '@gallerist/sdk/contract'

/** Where an item's picture comes from. */
export type DraftOrigin =
  | { readonly kind: 'media'; readonly media: Media }
  | { readonly kind: 'external'; readonly url: string }
  /** A file that becomes a media when the draft is saved. */
  | { readonly kind: 'upload'; readonly uploadKey: string }

/** One place of the draft. A changed item is a new object; an untouched one keeps its identity. */
export interface DraftItem {
  /** Stable for the life of the draft: through upload, save and refetch. */
  readonly id: string
  readonly origin: DraftOrigin
  readonly caption: string | null
  /** Overrides the media's alt text in this gallery; undefined = inherit it. */
  readonly alt: string | undefined
  readonly isCover: boolean
  /** Key of the upload whose bytes the item takes on save. */
  readonly replaceWith: string | undefined
}

/** Tile ids of media that were uploaded in this draft, by media id; any other media's tile id is its own id. */
export type TileIds = ReadonlyMap<string, string>

/** A gallery's items as the draft holds them. An address that occurs twice gets a numbered id. */
export function toDraftItems(gallery: Gallery, tileIds: TileIds = new Map()): readonly DraftItem[] {
  const seen = new Map<string, number>()
  return gallery.items.map((item) => {
    const id = idOf(item, tileIds)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return { id: count === 1 ? id : `${id}#${count}`, origin: toOrigin(item), ...textsOf(item) }
  })
}

/** The keys of the uploads that an item needs before it can be saved whole. */
export function uploadKeysOf(item: DraftItem): readonly string[] {
  const own = item.origin.kind === 'upload' ? [item.origin.uploadKey] : []
  return item.replaceWith === undefined ? own : [...own, item.replaceWith]
}

function idOf(item: GalleryItem, tileIds: TileIds): string {
  if (item.kind === 'external') return `external:${item.url}`
  return tileIds.get(item.media.id) ?? item.media.id
}

function toOrigin(item: GalleryItem): DraftOrigin {
  return item.kind === 'external' ? { kind: 'external', url: item.url } : { kind: 'media', media: item.media }
}

function textsOf(item: GalleryItem) {
  return { caption: item.caption, alt: item.alt, isCover: item.isCover, replaceWith: undefined }
}

import type { Media, VersionedUrl } from '@gallerist/sdk/contract'
import { thumbnailWidthsPx } from '@gallerist/sdk/contract'
import type { Draft } from './draft.ts'
import type { DraftItem } from './draft-item.ts'
import type { DraftUpload } from './draft-upload.ts'
import type { Tile, TileImage, TileUpload } from './tile.ts'

/** Addresses of local previews, by upload key. */
export type Previews = ReadonlyMap<string, string>

/** Everything that one tile is made of; equal ingredients make the same tile object. */
interface Ingredients {
  readonly item: DraftItem
  readonly upload: DraftUpload | undefined
  readonly preview: string | undefined
  readonly isCover: boolean
  readonly isNew: boolean
}

/**
 * Makes the list of tiles for a grid. A tile whose ingredients are unchanged is the same object as before, and a list
 * of the same tiles is the same list, so that progress of one upload draws one tile.
 */
export function createTileSelector(): (draft: Draft, previews: Previews) => readonly Tile[] {
  let known = new Map<string, { readonly from: Ingredients; readonly tile: Tile }>()
  let tiles: readonly Tile[] = []
  return (draft, previews) => {
    const next = new Map(ingredientsOf(draft, previews).map((from) => [from.item.id, reuse(known, from)]))
    known = next
    const list = Array.from(next.values(), (entry) => entry.tile)
    if (list.length !== tiles.length || list.some((tile, index) => tile !== tiles[index])) tiles = list
    return tiles
  }
}

function reuse(known: ReadonlyMap<string, { from: Ingredients; tile: Tile }>, from: Ingredients) {
  const last = known.get(from.item.id)
  return last && isSame(last.from, from) ? last : { from, tile: toTile(from) }
}

function isSame(left: Ingredients, right: Ingredients): boolean {
  const sameUpload = left.upload === right.upload && left.preview === right.preview
  return left.item === right.item && sameUpload && left.isCover === right.isCover && left.isNew === right.isNew
}

function ingredientsOf(draft: Draft, previews: Previews): readonly Ingredients[] {
  const saved = new Set(draft.base.items.map((item) => item.id))
  const cover = draft.items.find((item) => item.isCover) ?? draft.items[0]
  return draft.items.map((item) => {
    const key = activeUploadKey(item)
    const upload = draft.uploads.get(key)
    return { item, upload, preview: previews.get(key), isCover: item === cover, isNew: !saved.has(item.id) }
  })
}

function activeUploadKey({ origin, replaceWith }: DraftItem): string {
  return replaceWith ?? (origin.kind === 'upload' ? origin.uploadKey : '')
}

function toTile({ item, upload, preview, isCover, isNew }: Ingredients): Tile {
  const own = storedImage(item)
  const incoming = incomingImage(upload, preview)
  const isReplaced = item.replaceWith !== undefined
  return {
    id: item.id,
    label: labelOf(item, upload),
    image: incoming ?? own,
    alt: altOf(item, upload),
    isCover,
    isExternal: item.origin.kind === 'external',
    upload: upload ? toTileUpload(upload) : null,
    replacedImage: isReplaced ? own : null,
    isNew,
  }
}

/** The smallest thumbnail that fills a tile. */
export function thumbnailOf(media: Media, widthPx: number = thumbnailWidthsPx[0]): VersionedUrl {
  const byWidth = media.urls.thumbnails.toSorted((left, right) => left.widthPx - right.widthPx)
  return (byWidth.find((thumbnail) => thumbnail.widthPx >= widthPx) ?? byWidth.at(-1))?.url ?? media.urls.original
}

/** The picture that a save has stored; null for one that was never saved. */
export function storedImage({ origin }: DraftItem): TileImage | null {
  if (origin.kind === 'media') return { kind: 'stored', url: thumbnailOf(origin.media) }
  return origin.kind === 'external' ? { kind: 'external', url: origin.url } : null
}

function incomingImage(upload: DraftUpload | undefined, preview: string | undefined): TileImage | null {
  if (preview !== undefined) return { kind: 'local', url: preview }
  return upload?.phase === 'done' && upload.result ? { kind: 'stored', url: thumbnailOf(upload.result.media) } : null
}

/** Title, else file name, else the last part of an address. */
export function labelOf({ origin }: DraftItem, upload?: DraftUpload): string {
  if (origin.kind === 'media') return origin.media.title || origin.media.fileName
  if (origin.kind === 'upload') return upload?.fileName ?? ''
  return origin.url.split(/[?#]/, 1)[0]?.split('/').findLast(Boolean) ?? origin.url
}

/** The text that readers of the gallery get: the item's own, else the media's. */
function altOf({ origin, alt }: DraftItem, upload?: DraftUpload): Tile['alt'] {
  const inherited = origin.kind === 'media' ? origin.media.altText : (upload?.result?.media.altText ?? null)
  const text = alt ?? inherited
  if (text === null) return { state: 'missing', text: '' }
  return { state: text === '' ? 'decorative' : 'text', text }
}

function toTileUpload({ phase, sentBytes, totalBytes, message }: DraftUpload): TileUpload | null {
  if (phase === 'done') return null
  const fraction = totalBytes > 0 ? Math.min(1, sentBytes / totalBytes) : 0
  return { phase: phase === 'cancelled' ? 'queued' : phase, fraction, message }
}

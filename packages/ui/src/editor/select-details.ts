import type { Media } from '@gallerist/sdk/contract'
import type { Draft } from './draft.ts'
import { thumbnailOf } from './select-tiles.ts'

/** What a details panel shows of one item beyond its tile. */
export interface ItemDetails {
  readonly id: string
  readonly index: number
  readonly total: number
  readonly caption: string | null
  /** The item's own alt text; undefined = it inherits the media's. */
  readonly alt: string | undefined
  readonly inheritedAlt: string | null
  readonly media: Media | null
  /** A picture larger than the tile's; null while only a local preview exists. */
  readonly largeUrl: string | null
  readonly previousId: string | null
  readonly nextId: string | null
  /** The next item, going round, that has no alt text at all. */
  readonly nextWithoutAltId: string | null
}

const previewWidthPx = 960

/** The details of one item; null where it is not (or no longer) in the draft. */
export function selectDetails(draft: Draft, id: string | null): ItemDetails | null {
  const index = draft.items.findIndex((item) => item.id === id)
  const item = draft.items[index]
  if (!item) return null
  const media = mediaOf(draft, index)
  const round = [...draft.items.keys()].map((_, step) => (index + 1 + step) % draft.items.length)
  const withoutAlt = round.find((at) => at !== index && isAltMissing(draft, at))
  return {
    id: item.id,
    index,
    total: draft.items.length,
    caption: item.caption,
    alt: item.alt,
    inheritedAlt: media?.altText ?? null,
    media,
    largeUrl: media && item.replaceWith === undefined ? thumbnailOf(media, previewWidthPx) : null,
    previousId: draft.items[index - 1]?.id ?? null,
    nextId: draft.items[index + 1]?.id ?? null,
    nextWithoutAltId: withoutAlt === undefined ? null : (draft.items[withoutAlt]?.id ?? null),
  }
}

function mediaOf(draft: Draft, index: number): Media | null {
  const origin = draft.items[index]?.origin
  if (origin?.kind === 'media') return origin.media
  return origin?.kind === 'upload' ? (draft.uploads.get(origin.uploadKey)?.result?.media ?? null) : null
}

function isAltMissing(draft: Draft, index: number): boolean {
  return draft.items[index]?.alt === undefined && (mediaOf(draft, index)?.altText ?? null) === null
}

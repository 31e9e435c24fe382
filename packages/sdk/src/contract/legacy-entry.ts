import type { GalleryEntry } from './gallery.ts'
import type { MediaId, UploadId } from './ids.ts'
import { parseObjectUrl, type ObjectBases, type ParsedObjectUrl } from './object-url.ts'

/** Texts and flags that every kind of entry may carry. */
interface EntryTexts {
  readonly caption: string | null
  readonly alt: string | undefined
  readonly isCover: boolean
}

/** A saved list's entry in one shape, whatever it was written as. */
export type ParsedEntry = EntryTexts &
  ({ readonly kind: 'media'; readonly mediaId: MediaId; readonly replaceWith: UploadId | undefined } | ParsedObjectUrl)

/**
 * Brings an entry of any accepted spelling (`{mediaId}`, `{url}` or a plain URL string) into one shape.
 *
 * @example parseEntry('https://cdn.example/media/x.jpg?v=2', bases) // { kind: 'object', key: 'media/x.jpg', … }
 */
export function parseEntry(entry: GalleryEntry, bases: ObjectBases): ParsedEntry {
  if (typeof entry === 'string') return { ...parseObjectUrl(entry, bases), ...textsOf({}) }
  if ('url' in entry) return { ...parseObjectUrl(entry.url, bases), ...textsOf(entry) }
  return { kind: 'media', mediaId: entry.mediaId, replaceWith: entry.replaceWith, ...textsOf(entry) }
}

function textsOf(entry: {
  caption?: string | null | undefined
  alt?: string | undefined
  isCover?: boolean | undefined
}): EntryTexts {
  return { caption: entry.caption ?? null, alt: entry.alt, isCover: entry.isCover ?? false }
}

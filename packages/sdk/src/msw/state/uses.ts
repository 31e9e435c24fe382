import type { MediaId, Use } from '../../contract/index.ts'
import type { BackendState, GalleryRow, MediaRow } from './backend-state.ts'

/** The media that a gallery's items name, in order. */
export function mediaIdsOf(gallery: Pick<GalleryRow, 'items'>): MediaId[] {
  return gallery.items.flatMap((item) => (item.kind === 'media' ? [item.mediaId] : []))
}

/** The galleries that use a media. */
export function galleriesUsing(state: BackendState, mediaId: MediaId): GalleryRow[] {
  return [...state.galleries.values()].filter(({ items }) =>
    items.some((item) => item.kind === 'media' && item.mediaId === mediaId),
  )
}

export function toGalleryUse(gallery: GalleryRow): Use {
  return { kind: 'gallery', id: gallery.id, title: gallery.title }
}

/** Says of any media whether something uses it; looks at all galleries once. */
export function createUseTest(state: BackendState): (media: MediaRow) => boolean {
  const inGalleries = new Set([...state.galleries.values()].flatMap(mediaIdsOf))
  return ({ id, attachment, inLibrary }) => inLibrary || attachment !== null || inGalleries.has(id)
}

/** Everything that uses a media: galleries, the object it is attached to, the library. */
export function usesOf(state: BackendState, mediaId: MediaId): Use[] {
  const media = state.media.get(mediaId)
  return media === undefined ? [] : [...galleriesUsing(state, mediaId).map(toGalleryUse), ...pinsOf(media)]
}

function pinsOf({ attachment, inLibrary, userId }: MediaRow): Use[] {
  const object: Use[] =
    attachment === null ? [] : [{ kind: 'object', id: `${attachment.contentType}/${attachment.objectId}`, title: null }]
  return inLibrary ? [...object, { kind: 'library', id: userId, title: null }] : object
}

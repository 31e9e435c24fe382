import type { MediaId, Use } from '../../contract/index.ts'
import type { BackendState, GalleryRow, MediaRow } from './backend-state.ts'

/** The media that a gallery's items name, in order. */
export function mediaIdsOf(gallery: Pick<GalleryRow, 'items'>): MediaId[] {
  return gallery.items.flatMap((item) => (item.kind === 'media' ? [item.mediaId] : []))
}

/** The galleries that use a media. */
export function galleriesUsing(state: BackendState, mediaId: MediaId): GalleryRow[] {
  return [...state.galleries.values()].filter((gallery) => mediaIdsOf(gallery).includes(mediaId))
}

export function toGalleryUse(gallery: GalleryRow): Use {
  return { kind: 'gallery', id: gallery.id, title: gallery.title }
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

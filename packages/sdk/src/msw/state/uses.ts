import type { MediaId, Use } from '../../contract/index.ts'
import type { BackendState } from './backend-state.ts'
import type { DocumentRow, GalleryRow, MediaRow } from './rows.ts'

/** The media that the items of a gallery or a document name, in order. */
export function mediaIdsOf(gallery: Pick<GalleryRow, 'items'>): MediaId[] {
  return gallery.items.flatMap((item) => (item.kind === 'media' ? [item.mediaId] : []))
}

/** The galleries that use a media. */
export function galleriesUsing(state: BackendState, mediaId: MediaId): GalleryRow[] {
  return [...state.galleries.values()].filter((gallery) => mediaIdsOf(gallery).includes(mediaId))
}

export function documentsUsing(state: BackendState, mediaId: MediaId): DocumentRow[] {
  return [...state.documents.values()].filter((document) => mediaIdsOf(document).includes(mediaId))
}

/** The galleries and documents that show a media, as a problem or a receipt names them. */
export function holdersOf(state: BackendState, mediaId: MediaId): Use[] {
  return [...documentsUsing(state, mediaId).map(toDocumentUse), ...galleriesUsing(state, mediaId).map(toGalleryUse)]
}

function toDocumentUse({ contentType, id, data }: DocumentRow): Use {
  return {
    kind: 'document',
    id: `${contentType}/${id}`,
    title: typeof data['title'] === 'string' ? data['title'] : null,
  }
}

function toGalleryUse(gallery: GalleryRow): Use {
  return { kind: 'gallery', id: gallery.id, title: gallery.title }
}

/** Says of any media whether something uses it; looks at all of them once. */
export function createUseTest(state: BackendState): (media: MediaRow) => boolean {
  const shown = new Set([...state.galleries.values(), ...state.documents.values()].flatMap(mediaIdsOf))
  return ({ id, attachment, inLibrary }) => inLibrary || attachment !== null || shown.has(id)
}

/** Everything that uses a media: galleries, documents, the object it is attached to, the library. */
export function usesOf(state: BackendState, mediaId: MediaId): Use[] {
  const media = state.media.get(mediaId)
  return media === undefined ? [] : [...holdersOf(state, mediaId), ...pinsOf(media)]
}

function pinsOf({ attachment, inLibrary, userId }: MediaRow): Use[] {
  const object: Use[] =
    attachment === null ? [] : [{ kind: 'object', id: `${attachment.contentType}/${attachment.objectId}`, title: null }]
  return inLibrary ? [...object, { kind: 'library', id: userId, title: null }] : object
}

import type { ContentTypeName, DeletionId, DocumentId, GalleryId, MediaId, User, UserId } from '../../contract/index.ts'
import type { Transaction } from './backend-state.ts'
import type { DocumentRow, GalleryRow, MediaRow } from './rows.ts'
import type { DeletionRow } from './deletion-row.ts'
import { Refusal } from './refusal.ts'
import { usesOf } from './uses.ts'

/** Says whether a user may see and change what belongs to somebody. */
export function mayChange(user: User | null, { userId }: { userId: UserId }): user is User {
  return user !== null && (user.id === userId || user.role === 'admin')
}

export function findOwnGallery({ state }: Transaction, id: GalleryId, user: User): GalleryRow {
  const gallery = state.galleries.get(id)
  if (gallery === undefined || !mayChange(user, gallery)) throw unknownGallery(id)
  return gallery
}

export function findReadableGallery({ state }: Transaction, id: GalleryId, user: User | null): GalleryRow {
  const gallery = state.galleries.get(id)
  if (gallery === undefined || !(gallery.published || mayChange(user, gallery))) throw unknownGallery(id)
  return gallery
}

export function findOwnDocument(
  { state }: Transaction,
  { contentType, documentId }: { contentType: ContentTypeName; documentId: DocumentId },
  user: User,
): DocumentRow {
  const document = state.documents.get(documentId)
  if (document?.contentType === contentType && mayChange(user, document)) return document
  throw new Refusal('DOCUMENT_NOT_FOUND', `There is no document ${contentType}/${documentId} of yours.`)
}

/** A media that something uses or that is staged; a condemned one counts as deleted already. */
export function findOwnMedia({ state }: Transaction, id: MediaId, user: User): MediaRow {
  const media = state.media.get(id)
  const isAlive = media !== undefined && (!media.everUsed || usesOf(state, id).length > 0)
  if (!isAlive || !mayChange(user, media)) throw new Refusal('MEDIA_NOT_FOUND', `There is no media ${id} of yours.`)
  return media
}

export function findOwnDeletion({ state }: Transaction, id: DeletionId, user: User): DeletionRow {
  const deletion = state.deletions.get(id)
  if (deletion === undefined || !mayChange(user, deletion))
    throw new Refusal('DELETION_NOT_FOUND', `There is no receipt ${id} of yours.`)
  return deletion
}

function unknownGallery(id: GalleryId): Refusal {
  return new Refusal('GALLERY_NOT_FOUND', `There is no gallery ${id} that you can see.`)
}

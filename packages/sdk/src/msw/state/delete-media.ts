import type { Transaction } from './backend-state.ts'
import type { DocumentRow, GalleryRow, MediaRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import type { DeletionRow } from './deletion-row.ts'
import { toNextVersion } from './next-version.ts'
import { recordAct } from './record-act.ts'
import { documentsUsing, galleriesUsing } from './uses.ts'

/** Takes a media out of everything that uses it, and condemns its file. */
export function deleteMedia(tx: Transaction, media: MediaRow): DeletionRow {
  const { state } = tx
  const galleries = galleriesUsing(state, media.id)
  for (const gallery of galleries) state.galleries.set(gallery.id, without(tx, gallery, media))
  const documents = documentsUsing(state, media.id)
  for (const document of documents) state.documents.set(document.id, without(tx, document, media))
  const after = { ...media, attachment: null, inLibrary: false, everUsed: true }
  state.media.set(media.id, after)
  if (!media.everUsed) endLease(tx, media)
  settleMedia(tx, [media.id])
  return recordAct(tx, {
    userId: media.userId,
    action: 'media-deleted',
    gallery: null,
    dropped: [{ mediaId: media.id, fileId: media.fileId, reason: 'removed' }],
    // What nothing ever used has no place to come back to.
    undo: media.everUsed
      ? {
          galleries: galleries.map((before) => ({ before, afterVersion: before.version + 1 })),
          documents: documents.map((before) => ({ before, afterVersion: before.version + 1 })),
          media: [{ before: media, after }],
        }
      : null,
  })
}

function without<Holder extends GalleryRow | DocumentRow>(tx: Transaction, holder: Holder, media: MediaRow): Holder {
  const items = holder.items.filter((item) => item.kind !== 'media' || item.mediaId !== media.id)
  return toNextVersion(tx, { ...holder, items })
}

function endLease({ state }: Transaction, { fileId }: MediaRow): void {
  const file = state.files.get(fileId)
  if (file !== undefined) state.files.set(fileId, { ...file, dueAtMs: null })
}

import type { User } from '../../contract/index.ts'
import type { GalleryRow, MediaRow, Transaction } from './backend-state.ts'
import { settleMedia } from './condemn.ts'
import type { DeletionRow } from './deletion-row.ts'
import { recordAct } from './record-act.ts'
import { galleriesUsing } from './uses.ts'

/** Takes a media out of everything that uses it, and condemns its file. */
export function deleteMedia(tx: Transaction, media: MediaRow, user: User): DeletionRow {
  const { state, nowMs } = tx
  const galleries = galleriesUsing(state, media.id)
  const shorter = galleries.map((gallery) => without(gallery, media, nowMs))
  for (const gallery of shorter) state.galleries.set(gallery.id, gallery)
  const after = { ...media, attachment: null, inLibrary: false, everUsed: true, updatedAtMs: nowMs }
  state.media.set(media.id, after)
  if (!media.everUsed) endLease(tx, media)
  settleMedia(tx, [media.id])
  return recordAct(tx, {
    userId: user.id,
    action: 'media-deleted',
    gallery: shorter.length === 1 ? (shorter[0] ?? null) : null,
    dropped: [{ mediaId: media.id, fileId: media.fileId, reason: 'removed' }],
    undo: {
      galleries: galleries.map((before) => ({ before, afterVersion: before.version + 1 })),
      media: [{ before: media, after }],
    },
  })
}

function without(gallery: GalleryRow, media: MediaRow, nowMs: number): GalleryRow {
  const items = gallery.items.filter((item) => item.kind !== 'media' || item.mediaId !== media.id)
  return { ...gallery, items, version: gallery.version + 1, updatedAtMs: nowMs }
}

function endLease({ state }: Transaction, { fileId }: MediaRow): void {
  const file = state.files.get(fileId)
  if (file !== undefined) state.files.set(fileId, { ...file, dueAtMs: null })
}

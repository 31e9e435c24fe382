import type { Transaction } from './backend-state.ts'
import type { GalleryRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import { recordAct } from './record-act.ts'
import { removedFiles, type ActOnGallery } from './save-gallery.ts'
import { mediaIdsOf } from './uses.ts'

/** Deletes a gallery and condemns the files that nothing else uses. */
export function deleteGallery(tx: Transaction, gallery: GalleryRow): ActOnGallery {
  const dropped = removedFiles(tx, gallery, null)
  tx.state.galleries.delete(gallery.id)
  settleMedia(tx, mediaIdsOf(gallery))
  const undo = { galleries: [{ before: gallery, afterVersion: null }], media: [] }
  const act = { userId: gallery.userId, action: 'gallery-deleted', gallery, dropped, undo } as const
  return { gallery, deletion: recordAct(tx, act) }
}

import type { User } from '../../contract/index.ts'
import type { GalleryRow, Transaction } from './backend-state.ts'
import { settleMedia } from './condemn.ts'
import { recordAct } from './record-act.ts'
import { removedFiles, type ActOnGallery } from './save-gallery.ts'
import { mediaIdsOf } from './uses.ts'

/** Deletes a gallery and condemns the files that nothing else uses. */
export function deleteGallery(tx: Transaction, gallery: GalleryRow, user: User): ActOnGallery {
  const dropped = removedFiles(tx, gallery, null)
  tx.state.galleries.delete(gallery.id)
  settleMedia(tx, mediaIdsOf(gallery))
  const undo = { galleries: [{ before: gallery, afterVersion: null }], media: [] }
  return { gallery, deletion: recordAct(tx, { userId: user.id, action: 'gallery-deleted', gallery, dropped, undo }) }
}

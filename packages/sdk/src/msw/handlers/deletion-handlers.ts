import { findOwnDeletion } from '../state/access.ts'
import { toDocument } from '../state/document-view.ts'
import { toGallery } from '../state/gallery-document.ts'
import { toMedia } from '../state/media-document.ts'
import { toReceipt } from '../state/receipt-document.ts'
import { undoDeletion } from '../state/undo-deletion.ts'
import { usesOf } from '../state/uses.ts'
import type { FakeHandlers } from './fake-handler.ts'

export const deletionHandlers: FakeHandlers<'getDeletion' | 'undoDeletion'> = {
  getDeletion: ({ tx, user, params }) => toReceipt(tx, findOwnDeletion(tx, params.deletionId, user)),

  undoDeletion({ tx, user, params }) {
    const undone = undoDeletion(tx, findOwnDeletion(tx, params.deletionId, user))
    const media = undone.mediaIds.flatMap((id) => {
      const row = tx.state.media.get(id)
      return row !== undefined && usesOf(tx.state, id).length > 0 ? [toMedia(tx, row)] : []
    })
    return {
      receipt: toReceipt(tx, undone.deletion),
      gallery: undone.gallery === null ? null : toGallery(tx, undone.gallery),
      document: undone.document === null ? null : toDocument(tx, undone.document),
      media,
    }
  },
}

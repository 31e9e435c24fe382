import { galleryIdSchema, type SavedGallery } from '../../contract/index.ts'
import { findOwnGallery, findReadableGallery, mayChange } from '../state/access.ts'
import { nextSequence, type Transaction } from '../state/backend-state.ts'
import type { GalleryRow } from '../state/rows.ts'
import { deleteGallery } from '../state/delete-gallery.ts'
import { toGallery, toGallerySummary } from '../state/gallery-document.ts'
import { newestFirst, pageOf } from '../state/page-of.ts'
import { requirePlan, toPlan } from '../state/plan-document.ts'
import { toReceipt } from '../state/receipt-document.ts'
import { refuse } from '../state/refusal.ts'
import { saveGallery } from '../state/save-gallery.ts'
import type { FakeHandlers } from './fake-handler.ts'

type GalleryEndpoint =
  | 'listGalleries'
  | 'createGallery'
  | 'getGallery'
  | 'saveGallery'
  | 'planGallerySave'
  | 'deleteGallery'
  | 'planGalleryDeletion'

export const galleryHandlers: FakeHandlers<GalleryEndpoint> = {
  listGalleries({ tx, user, query }) {
    const rows = [...tx.state.galleries.values()]
      .filter((gallery) => (user === null ? gallery.published : mayChange(user, gallery)))
      .toSorted((one, other) => other.sequence - one.sequence)
    return pageOf(rows, query, { keyOf: newestFirst, toItem: (row) => toGallerySummary(tx, row) })
  },

  createGallery({ tx, user, body }) {
    const row: GalleryRow = {
      id: galleryIdSchema.parse(crypto.randomUUID()),
      userId: user.id,
      title: body.title,
      published: body.published ?? false,
      version: 1,
      items: [],
      createdAtMs: tx.nowMs,
      updatedAtMs: tx.nowMs,
      sequence: nextSequence(tx.state),
    }
    tx.state.galleries.set(row.id, row)
    return toGallery(tx, row)
  },

  getGallery: ({ tx, user, params }) => toGallery(tx, findReadableGallery(tx, params.galleryId, user)),

  saveGallery({ tx, user, params, body, ifMatch }): SavedGallery {
    const gallery = findOwnGallery(tx, params.galleryId, user)
    refuseStale(tx, gallery, ifMatch)
    requirePlan(body.ifPlan, () => toPlan(tx, gallery, (preview) => saveGallery(preview, { gallery, body, user })))
    const saved = saveGallery(tx, { gallery, body, user })
    return { gallery: toGallery(tx, saved.gallery), receipt: toReceipt(tx, saved.deletion) }
  },

  planGallerySave({ tx, user, params, body, ifMatch }) {
    const gallery = findOwnGallery(tx, params.galleryId, user)
    refuseStale(tx, gallery, ifMatch)
    return toPlan(tx, gallery, (preview) => saveGallery(preview, { gallery, body, user }))
  },

  deleteGallery({ tx, user, params, ifMatch }) {
    const gallery = findOwnGallery(tx, params.galleryId, user)
    refuseStale(tx, gallery, ifMatch)
    return toReceipt(tx, deleteGallery(tx, gallery).deletion)
  },

  planGalleryDeletion({ tx, user, params }) {
    const gallery = findOwnGallery(tx, params.galleryId, user)
    return toPlan(tx, gallery, (preview) => deleteGallery(preview, gallery))
  },
}

function refuseStale(tx: Transaction, gallery: GalleryRow, ifMatch: number | null): void {
  if (ifMatch !== null && ifMatch !== gallery.version)
    throw refuse('GALLERY_CHANGED', `The gallery is at version ${gallery.version}, not ${ifMatch}.`, {
      gallery: toGallery(tx, gallery),
    })
}

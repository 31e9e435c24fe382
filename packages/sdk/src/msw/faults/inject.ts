import { galleryIdSchema, type EndpointId } from '../../contract/index.ts'
import type { BackendCore } from '../backend-core.ts'
import type { GalleryRow } from '../state/rows.ts'
import { editGallery } from '../state/edit-gallery.ts'
import { expireLeases } from '../state/expire-leases.ts'
import { Refusal } from '../state/refusal.ts'
import type { GalleryEdit } from './fault.ts'

/** Throws what a `refused` fault scripts for the endpoint. */
export function refuseByFault({ faults }: BackendCore, id: EndpointId): void {
  const fault = faults.take('refused', ({ endpoint }) => endpoint === id)
  if (fault === null) return
  const details = fault.details ?? (fault.code === 'RATE_LIMITED' ? { retryAfterMs: 1_000 } : undefined)
  throw new Refusal(fault.code, `A scripted fault refuses ${id}.`, details)
}

/** Lets somebody else edit the gallery before its save. */
export function injectConflict(core: BackendCore, id: EndpointId, params: Readonly<Record<string, unknown>>): void {
  if (id !== 'saveGallery') return
  const fault = core.faults.take('conflict-on-save')
  const galleryId = galleryIdSchema.safeParse(params['galleryId'])
  if (fault === null || !galleryId.success) return
  core.commit((tx) => editGallery(tx, galleryId.data, fault.edit ?? editFirstCaption))
}

/** Ends the leases of staged uploads when something is about to take or renew one. */
export function injectEndOfLeases(core: BackendCore, id: EndpointId): void {
  if (!['saveGallery', 'planGallerySave', 'replaceMediaFile', 'renewUpload'].includes(id)) return
  if (core.faults.take('lease-ran-out') === null) return
  core.commit((tx) => expireLeases(tx, () => true))
  core.sweep()
}

const editFirstCaption: GalleryEdit = (gallery: GalleryRow) =>
  gallery.items.length === 0
    ? { title: `${gallery.title} (edited by somebody else)` }
    : { items: gallery.items.map((item, index) => (index === 0 ? { ...item, caption: 'By somebody else' } : item)) }

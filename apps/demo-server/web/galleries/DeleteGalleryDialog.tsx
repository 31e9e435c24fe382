import type { GallerySummary } from '@gallerist/sdk'
import { galleryMutations, useGalleristClient } from '@gallerist/sdk/react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Modal } from '../components/Modal.tsx'
import type { Deletion } from './deletion.ts'
import { deletionPlanQuery } from './deletion-plan-query.ts'
import { PlanView } from './PlanView.tsx'

export interface DeleteGalleryDialogProps {
  readonly gallery: GallerySummary
  readonly onClose: () => void
  readonly onDeleted: (deletion: Deletion) => void
}

/** Shows what deleting would do to storage, then does just that: it is refused where the gallery changed meanwhile. */
export function DeleteGalleryDialog({ gallery, onClose, onDeleted }: DeleteGalleryDialogProps) {
  const client = useGalleristClient()
  const plan = useQuery(deletionPlanQuery(client, gallery.id))
  const remove = useMutation(galleryMutations.delete(client, useQueryClient()))
  const error = remove.error ?? plan.error
  const confirm = () =>
    remove.mutate(
      { galleryId: gallery.id, baseVersion: plan.data?.galleryVersion },
      {
        onSuccess: ({ id }) => onDeleted({ receiptId: id, galleryId: gallery.id, title: gallery.title }),
        onError: () => void plan.refetch(),
      },
    )
  return (
    <Modal title={`Delete ‘${gallery.title}’?`} onClose={onClose}>
      {plan.data ? (
        <PlanView plan={plan.data} />
      ) : (
        !error && <p className="modal-text">Asking what would be deleted…</p>
      )}
      {error && (
        <p className="modal-error" role="alert">
          {error.message}
        </p>
      )}
      <div className="modal-actions">
        <button type="button" className="gl-button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="gl-button"
          data-variant="danger"
          disabled={!plan.data || remove.isPending}
          onClick={confirm}
        >
          {remove.isPending ? 'Deleting…' : 'Delete gallery'}
        </button>
      </div>
    </Modal>
  )
}

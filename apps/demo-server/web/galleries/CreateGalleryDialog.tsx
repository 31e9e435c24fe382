import { limits } from '@gallerist/sdk'
import { galleryMutations, useGalleristClient } from '@gallerist/sdk/react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { Modal } from '../components/Modal.tsx'
import './create-gallery-dialog.css'

export interface CreateGalleryDialogProps {
  readonly onClose: () => void
  readonly onCreated: (galleryId: string) => void
}

export function CreateGalleryDialog({ onClose, onCreated }: CreateGalleryDialogProps) {
  const { mutate, isPending, error } = useMutation(galleryMutations.create(useGalleristClient(), useQueryClient()))
  const [title, setTitle] = useState('')
  const [published, setPublished] = useState(false)
  const titleId = useId()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    mutate({ title, published }, { onSuccess: (gallery) => onCreated(gallery.id) })
  }
  return (
    <Modal title="New gallery" onClose={onClose}>
      <form className="create-form" onSubmit={submit}>
        <label htmlFor={titleId}>Title</label>
        <input
          id={titleId}
          className="gl-field"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={limits.titleLength}
          required
          pattern=".*\S.*"
          autoComplete="off"
        />
        <label className="create-check">
          <input type="checkbox" checked={published} onChange={(event) => setPublished(event.target.checked)} />
          Published: anyone may see it
        </label>
        {error && (
          <p className="modal-error" role="alert">
            {error.message}
          </p>
        )}
        <div className="modal-actions">
          <button type="button" className="gl-button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="gl-button" data-variant="primary" disabled={isPending}>
            {isPending ? 'Creating…' : 'Create gallery'}
          </button>
        </div>
      </form>
    </Modal>
  )
}

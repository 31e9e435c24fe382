import { Modal } from '../components/Modal.tsx'

export interface LeaveDialogProps {
  readonly onLeave: () => void
  readonly onStay: () => void
}

/** Asks before unsaved changes of the shown gallery are lost. */
export function LeaveDialog({ onLeave, onStay }: LeaveDialogProps) {
  return (
    <Modal title="Leave without saving?" onClose={onStay}>
      <p className="modal-text">
        This gallery has changes that were not saved. Leaving discards them; the gallery and the bucket stay as they
        are.
      </p>
      <div className="modal-actions">
        <button type="button" className="gl-button" onClick={onStay}>
          Keep editing
        </button>
        <button type="button" className="gl-button" data-variant="danger" onClick={onLeave}>
          Discard changes
        </button>
      </div>
    </Modal>
  )
}

import { useId } from 'react'
import { useModalDialog } from '../../hooks/use-modal-dialog.ts'

export interface ConfirmDialogProps {
  readonly title: string
  readonly body: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something is lost; open for as long as it is rendered. Escape cancels. */
export function ConfirmDialog({ title, body, confirmLabel, cancelLabel, onConfirm, onCancel }: ConfirmDialogProps) {
  const titleId = useId()
  const bodyId = useId()
  const ref = useModalDialog()
  return (
    <dialog ref={ref} className="gl-confirm" aria-labelledby={titleId} aria-describedby={bodyId} onCancel={onCancel}>
      <h2 id={titleId} className="gl-confirm-title">
        {title}
      </h2>
      <p id={bodyId} className="gl-confirm-body">
        {body}
      </p>
      <div className="gl-confirm-actions">
        <button type="button" className="gl-button" onClick={onCancel}>
          {cancelLabel}
        </button>
        <button type="button" className="gl-button" data-variant="danger" onClick={onConfirm}>
          {confirmLabel}
        </button>
      </div>
    </dialog>
  )
}

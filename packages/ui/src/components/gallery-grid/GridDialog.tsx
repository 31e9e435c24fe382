import type { ReactElement, ReactNode } from 'react'
import { useId } from 'react'
import { useModalDialog } from '../../hooks/use-modal-dialog.ts'

export interface GridDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A native dialog that is open for as long as it is rendered. */
export function GridDialog({ title, onClose, children }: GridDialogProps): ReactElement {
  const ref = useModalDialog()
  const titleId = useId()
  return (
    <dialog ref={ref} className="gl-dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className="gl-dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  )
}

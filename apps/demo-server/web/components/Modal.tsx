import { useEffect, useId, useRef, type ReactNode } from 'react'
import './modal.css'

export interface ModalProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A native dialog, open for as long as it is rendered. Escape and a click beside it close it. */
export function Modal({ title, onClose, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      opener.current = document.activeElement
      dialog.showModal()
    }
    return () => giveFocusBack(opener.current)
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape does the same
    <dialog
      ref={ref}
      className="modal"
      aria-labelledby={titleId}
      onCancel={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="modal-content">
        <h2 id={titleId} className="modal-title">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}

/** A dialog that is taken off the page gives no focus back by itself. */
function giveFocusBack(opener: Element | null): void {
  if (opener instanceof HTMLElement && document.activeElement?.contains(opener)) opener.focus()
}

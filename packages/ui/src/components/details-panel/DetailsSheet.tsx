import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface DetailsSheetProps {
  readonly placement: 'side' | 'over'
  readonly children: ReactNode
  /** Gets the focus beside the grid; over it, the dialog does, so that no keyboard covers the picture. */
  readonly focusRef: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly onNextWithoutAlt: () => void
}

/** A native dialog: beside the grid without a backdrop, or over it as a modal. State: `data-placement`. */
export function DetailsSheet({ placement, children, focusRef, onClose, onNextWithoutAlt }: DetailsSheetProps) {
  const { details } = useEditorMessages()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (placement === 'side') dialog?.show()
    else dialog?.showModal()
    const target = placement === 'side' ? focusRef.current : dialog
    target?.focus()
    return () => dialog?.close()
  }, [placement, focusRef])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onNextWithoutAlt()
    else if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={ref}
      className="gl-details"
      data-placement={placement}
      tabIndex={-1}
      aria-label={details.label}
      onKeyDown={onKeyDown}
      onCancel={onClose}
    >
      {children}
    </dialog>
  )
}

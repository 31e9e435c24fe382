import { type RefObject, useEffect, useRef } from 'react'

/** Opens a native dialog as soon as it is rendered; the browser keeps focus inside and gives it back. */
export function useModalDialog(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
  }, [])
  return ref
}

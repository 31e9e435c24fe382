import { type RefObject, useEffect, useRef } from 'react'

/**
 * Opens a native dialog as soon as it is rendered. The browser keeps focus inside; it gives focus back only where a dialog
 * is closed, and one that is taken off the page is not.
 */
export function useModalDialog(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null)
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      opener.current = document.activeElement
      dialog.showModal()
    }
    return () => giveFocusBack(opener.current)
  }, [])
  return ref
}

/** Unless something else has taken the focus: then it rests on no element that the opener is in. */
function giveFocusBack(opener: Element | null): void {
  if (opener instanceof HTMLElement && document.activeElement?.contains(opener)) opener.focus({ preventScroll: true })
}

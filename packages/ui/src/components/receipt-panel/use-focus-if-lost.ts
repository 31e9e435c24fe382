import { type RefObject, useEffect, useRef } from 'react'

/** Takes the focus when what had it has just gone from the page and left it to something all around, or to nothing. */
export function useFocusIfLost<Target extends HTMLElement>(): RefObject<Target | null> {
  const ref = useRef<Target>(null)
  useEffect(() => {
    if (document.activeElement?.contains(ref.current) ?? true) ref.current?.focus({ preventScroll: true })
  }, [])
  return ref
}

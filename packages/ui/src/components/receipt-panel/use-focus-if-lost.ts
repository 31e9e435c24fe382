import { type RefObject, useEffect, useRef } from 'react'

/** Takes the focus when what had it has just gone from the page, so that a keyboard does not start from the top. */
export function useFocusIfLost<Target extends HTMLElement>(): RefObject<Target | null> {
  const ref = useRef<Target>(null)
  useEffect(() => {
    const active = document.activeElement
    if (!active || active === document.body) ref.current?.focus({ preventScroll: true })
  }, [])
  return ref
}

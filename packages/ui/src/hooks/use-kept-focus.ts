import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

export interface KeptFocus<Target extends HTMLElement> {
  readonly ref: RefObject<Target | null>
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Takes the focus when what had it inside has gone from the page, so that a keyboard does not start from the top. */
export function useKeptFocus<Target extends HTMLElement>(): KeptFocus<Target> {
  const ref = useRef<Target>(null)
  const hasFocus = useRef(false)
  // After each commit; whatever knows a better place for the focus is inside and comes first.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  })
  return {
    ref,
    onFocus() {
      hasFocus.current = true
    },
    // React stays silent while it removes elements, so a focus that was taken away still counts as ours.
    onBlur(event) {
      hasFocus.current = event.currentTarget.contains(event.relatedTarget)
    },
  }
}

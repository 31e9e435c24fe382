import { type RefObject, useRef } from 'react'
import { useBeforePaint } from './use-before-paint.ts'

/** The value of the last commit, for listeners that live longer than a render. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value)
  useBeforePaint(() => {
    ref.current = value
  })
  return ref
}

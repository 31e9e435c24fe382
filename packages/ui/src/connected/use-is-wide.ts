import { type RefObject, useEffect, useState } from 'react'

/** Whether an element is at least so wide; follows its size, not the window's. */
export function useIsWide(ref: RefObject<HTMLElement | null>, widthPx: number): boolean {
  const [isWide, setIsWide] = useState(true)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => setIsWide((entry?.contentRect.width ?? 0) >= widthPx))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, widthPx])
  return isWide
}

import { type RefObject, useEffect, useRef } from 'react'
import { isRtl } from '../grid/tile-element.ts'
import { useLatest } from './use-latest.ts'

const marginPx = 8

/** Shows a popover at an element as soon as it is rendered, with focus on its first button. */
export function usePopover(anchor: Element, onClose: () => void): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  const latestClose = useLatest(onClose)
  useEffect(() => {
    const popover = ref.current
    if (!popover) return undefined
    // A native listener: React 18 knows no toggle event on popovers.
    const close = (event: Event): void => {
      if ('newState' in event && event.newState === 'closed') latestClose.current()
    }
    popover.addEventListener('toggle', close)
    if (!popover.matches(':popover-open')) popover.showPopover()
    placeBeside(popover, anchor)
    popover.querySelector('button')?.focus()
    return () => popover.removeEventListener('toggle', close)
  }, [anchor, latestClose])
  return ref
}

/** Below the anchor, its end edges aligned; above it, or shifted, where there is no room. */
function placeBeside(popover: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: widthPx, offsetHeight: heightPx } = popover
  const leftPx = isRtl(anchor) ? at.left : at.right - widthPx
  const hasRoomBelow = at.bottom + heightPx + marginPx <= innerHeight
  const clamp = (value: number, high: number): number => Math.max(marginPx, Math.min(value, high - marginPx))
  popover.style.left = `${clamp(leftPx, innerWidth - widthPx)}px`
  popover.style.top = `${clamp(hasRoomBelow ? at.bottom + 4 : at.top - heightPx - 4, innerHeight - heightPx)}px`
}

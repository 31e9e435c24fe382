import { edgeDepth, scrollSpeedPxPerS } from './auto-scroll.ts'
import type { ClientPoint } from './client-point.ts'

/** A frame that took longer counts as this: after a stall the grid does not leap. */
const longestFrameMs = 64

/** Scrolls while the pointer is in an edge band, and reports each frame. Returns a function that stops it. */
export function startAutoScroll(
  scroller: HTMLElement,
  readPoint: () => ClientPoint,
  onFrame: (point: ClientPoint) => void,
): () => void {
  let previousMs = performance.now()
  let heldMs = 0
  let frame = 0
  const tick = (nowMs: number): void => {
    const elapsedMs = Math.min(longestFrameMs, Math.max(0, nowMs - previousMs))
    previousMs = nowMs
    const { top, bottom } = scroller.getBoundingClientRect()
    const depth = edgeDepth(readPoint().yPx, { topPx: top, bottomPx: bottom })
    heldMs = depth === 0 ? 0 : heldMs + elapsedMs
    if (depth !== 0) scroller.scrollTop += (scrollSpeedPxPerS(depth, heldMs) * elapsedMs) / 1000
    onFrame(readPoint())
    frame = requestAnimationFrame(tick)
  }
  frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}

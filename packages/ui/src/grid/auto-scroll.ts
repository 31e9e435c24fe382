/** Height of the band at either edge of the scroller in which a drag scrolls. */
const edgePx = 80
const startSpeedPxPerS = 600
/** Added for each millisecond held. */
const growthPxPerS = 3
const topSpeedPxPerS = 12_000
/** Depth beyond the edge, in bands, that still makes it faster. */
const maxDepth = 2

export interface ScrollerSpan {
  readonly topPx: number
  readonly bottomPx: number
}

/** How deep a pointer is in an edge band: negative above, positive below, 0 between; 1 at the edge itself. */
export function edgeDepth(pointerPx: number, { topPx, bottomPx }: ScrollerSpan): number {
  const band = Math.min(edgePx, (bottomPx - topPx) / 4)
  if (band <= 0) return 0
  const above = topPx + band - pointerPx
  if (above > 0) return -Math.min(maxDepth, above / band)
  const below = pointerPx - (bottomPx - band)
  return below > 0 ? Math.min(maxDepth, below / band) : 0
}

/**
 * Speed for a depth, in pixels per second; grows with the time held, so that 10,000 images take seconds. Within the band
 * it grows with the square of the depth: a tile of the first row can be picked up without the grid running away.
 */
export function scrollSpeedPxPerS(depth: number, heldMs: number): number {
  const eased = Math.abs(depth) < 1 ? depth * Math.abs(depth) : depth
  return eased * Math.min(topSpeedPxPerS, startSpeedPxPerS + growthPxPerS * heldMs)
}

const durationMs = 150

/** Where the rendered tiles stand, by id. */
export type TilePlaces = ReadonlyMap<string, DOMRect>

const tilesIn = (root: ParentNode): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-tile-id]')]

export function recordPlaces(root: ParentNode): TilePlaces {
  return new Map(tilesIn(root).map((tile) => [tile.dataset['tileId'] ?? '', tile.getBoundingClientRect()]))
}

/** Lets the tiles glide from where they stood to where they stand; not where people asked for less motion. */
export function glideFrom(places: TilePlaces, root: ParentNode): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  for (const tile of tilesIn(root)) {
    const before = places.get(tile.dataset['tileId'] ?? '')
    if (before) glide(tile, before, tile.getBoundingClientRect())
  }
}

function glide(tile: HTMLElement, before: DOMRect, after: DOMRect): void {
  const xPx = before.x - after.x
  const yPx = before.y - after.y
  if (xPx === 0 && yPx === 0) return
  tile.animate([{ translate: `${xPx}px ${yPx}px` }, { translate: '0 0' }], {
    duration: durationMs,
    easing: 'cubic-bezier(0.2, 0, 0, 1)',
  })
}

/** Parts of a tile that take a press for themselves; the Move button does not, it starts a drag too. */
const ownsPress = 'button:not([data-action="move"]), input, a, [popover], dialog'

const tileOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tile-id]') : null

/** The id of the tile that an event happened on. */
export const tileIdOf = (target: EventTarget | null): string | null => tileOf(target)?.dataset['tileId'] ?? null

/** The id of the tile that a press may drag; null on a tile's own buttons. */
export function draggableTileId(target: EventTarget | null): string | null {
  if (target instanceof Element && target.closest(ownsPress)) return null
  return tileIdOf(target)
}

/** Whether the target is a tile itself, not one of its buttons. */
export const isTile = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.dataset['tileId'] !== undefined

/** The element of a tile, where it is rendered. */
export function findTile(root: ParentNode, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-tile-id="${CSS.escape(id)}"]`)
}

export const isRtl = (element: Element): boolean => getComputedStyle(element).direction === 'rtl'

/** Position of every id, for look-ups that do not search. */
export type IndexById = ReadonlyMap<string, number>

export function toIndexById(tiles: readonly { readonly id: string }[]): IndexById {
  return new Map(tiles.map((tile, index) => [tile.id, index]))
}

/** The indexes of the ids that are still there, ascending. */
export function indexesOf(ids: Iterable<string>, indexById: IndexById): readonly number[] {
  const found: number[] = []
  for (const id of ids) {
    const index = indexById.get(id)
    if (index !== undefined) found.push(index)
  }
  return found.toSorted((a, b) => a - b)
}

/** Position (from 0) of the first moved tile once the tiles at `moved` (ascending) stand before `toIndex`. */
export function landingPosition(moved: readonly number[], toIndex: number): number {
  return toIndex - moved.filter((index) => index < toIndex).length
}

/** The `toIndex` that lands the first of the tiles at `moved` (ascending) at `position`: `landingPosition` reversed. */
export function toIndexFor(moved: readonly number[], position: number): number {
  return moved.reduce((toIndex, index) => (index <= toIndex ? toIndex + 1 : toIndex), position)
}

/** Whether putting the tiles at `moved` (ascending) before `toIndex` changes the order at all. */
export function changesOrder(moved: readonly number[], toIndex: number): boolean {
  const first = landingPosition(moved, toIndex)
  return moved.some((index, offset) => index !== first + offset)
}

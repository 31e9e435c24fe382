import type { Tile } from '../../editor/tile.ts'
import type { TileFacts } from '../../messages/grid.ts'

export function toTileFacts(tile: Tile): TileFacts {
  return {
    label: tile.label,
    alt: tile.alt.state,
    isCover: tile.isCover,
    isExternal: tile.isExternal,
    isNew: tile.isNew,
    isReplaced: tile.replacedImage !== null,
    upload: tile.upload?.phase ?? null,
  }
}

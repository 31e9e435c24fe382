import type { Tile } from '../../editor/tile.ts'
import type { GridMessages } from '../../messages/grid.ts'

export type TileMenuAction = 'open' | 'replace' | 'setCover' | 'moveTo' | 'remove'

export interface TileMenuItem {
  readonly action: TileMenuAction
  readonly words: string
}

/** What can be done to a tile. */
export function toMenuItems(tile: Tile, messages: GridMessages): readonly TileMenuItem[] {
  const items: readonly TileMenuItem[] = [
    { action: 'open', words: messages.editDetails },
    { action: 'replace', words: messages.replace },
    { action: 'setCover', words: messages.setAsCover },
    { action: 'moveTo', words: messages.moveTo },
    { action: 'remove', words: messages.remove },
  ]
  return tile.isCover ? items.filter((item) => item.action !== 'setCover') : items
}

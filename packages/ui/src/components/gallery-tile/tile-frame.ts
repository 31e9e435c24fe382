import type { ReactNode } from 'react'
import type { Tile } from '../../editor/tile.ts'
import type { GridLayout } from '../../grid/layout.ts'
import type { GridMessages } from '../../messages/grid.ts'

/** What all tiles of a grid share; one object, so that a tile renders again only when it changes itself. */
export interface TileFrame {
  /** Null until measured: the stylesheet lays the tiles out. */
  readonly layout: GridLayout | null
  readonly messages: GridMessages
  readonly isReadOnly: boolean
  /** Draws the picture of a tile; badges, controls and upload states stay. */
  readonly renderTile: ((tile: Tile) => ReactNode) | undefined
}

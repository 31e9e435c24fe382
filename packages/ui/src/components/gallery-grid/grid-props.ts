import type { ReactNode, Ref } from 'react'
import type { GridCommands, Tile } from '../../editor/tile.ts'
import type { GridSelection } from '../../hooks/use-selection.ts'
import type { GridMessages } from '../../messages/grid.ts'

/** What the surroundings of a grid can ask of it. */
export interface GalleryGridHandle {
  /** The index that something dropped at a point of the screen would get; undefined outside the grid. */
  insertionIndexAt(clientX: number, clientY: number): number | undefined
  /** Scrolls to a tile and gives it focus: after a details panel closes, or to show a failed upload. */
  focusTile(id: string): void
}

export interface GalleryGridProps {
  readonly tiles: readonly Tile[]
  readonly commands: GridCommands
  /** Words; English by default. */
  readonly messages?: GridMessages | undefined
  /** Keep the selection yourself; otherwise the grid does. */
  readonly selection?: GridSelection | undefined
  /** Shows without editing: no selection, no controls. */
  readonly readOnly?: boolean | undefined
  /** Draws the picture of a tile in place of the default thumbnail. */
  readonly renderTile?: ((tile: Tile) => ReactNode) | undefined
  /** Asks for files; gives the grid an Add tile while it is short. */
  readonly onAdd?: (() => void) | undefined
  /** With a handle, files dropped on the grid are its holder's: it asks `insertionIndexAt` where they go. */
  readonly handleRef?: Ref<GalleryGridHandle> | undefined
  /** The header while nothing is selected. */
  readonly children?: ReactNode
}

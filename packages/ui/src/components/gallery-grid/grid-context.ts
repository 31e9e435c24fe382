import type { GridCommands, Tile } from '../../editor/tile.ts'
import type { IndexById } from '../../grid/order.ts'
import type { GridScroller } from '../../hooks/use-grid-scroller.ts'
import type { MoveModeHandle } from '../../hooks/use-move-mode.ts'
import type { MoveTiles } from '../../hooks/use-move-tiles.ts'
import type { RovingTile } from '../../hooks/use-roving-tile.ts'
import type { SelectionHandle } from '../../hooks/use-selection.ts'
import type { GridMessages } from '../../messages/grid.ts'
import type { MotionBounds } from '../../grid/motion.ts'
import type { Overlay } from './overlay.ts'

/** All that a key, a click or a menu item may need: the grid as it is now, and what can be asked of it. */
export interface GridContext {
  readonly tiles: readonly Tile[]
  readonly indexById: IndexById
  readonly commands: GridCommands
  readonly messages: GridMessages
  readonly isReadOnly: boolean
  readonly bounds: MotionBounds
  readonly selection: SelectionHandle
  readonly roving: RovingTile
  readonly moves: MoveTiles
  readonly moveMode: MoveModeHandle
  readonly scroller: GridScroller
  readonly showOverlay: (overlay: Overlay | null) => void
  readonly pickReplacement: (id: string) => void
}

/** The selection where a tile is part of it, else the tile alone: what a gesture on a tile takes along. */
export function idsWith(id: string, context: Pick<GridContext, 'selection'>): ReadonlySet<string> {
  return context.selection.ids.has(id) ? context.selection.ids : new Set([id])
}

/** Ids in the order of the gallery. */
export function inOrder(ids: ReadonlySet<string>, indexById: IndexById): readonly string[] {
  return [...ids].toSorted((a, b) => (indexById.get(a) ?? 0) - (indexById.get(b) ?? 0))
}

/** Removes tiles; focus goes to the tile that takes their place. */
export function removeTiles(ids: ReadonlySet<string>, context: GridContext): void {
  context.selection.replace([...context.selection.ids].filter((id) => !ids.has(id)))
  context.commands.remove(inOrder(ids, context.indexById))
  context.roving.refocus()
}

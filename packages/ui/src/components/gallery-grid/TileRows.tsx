import { type ReactElement, type ReactNode, useMemo } from 'react'
import type { Tile } from '../../editor/tile.ts'
import { gapSideOf } from '../../grid/insertion.ts'
import { renderedIndexes, tileRange } from '../../grid/row-window.ts'
import { tileIdOf } from '../../grid/tile-element.ts'
import { GalleryTile } from '../gallery-tile/GalleryTile.tsx'
import { handleGridClick } from './grid-clicks.ts'
import { handleGridKey } from './grid-keys.ts'
import type { GalleryGridState } from './use-gallery-grid.ts'

export interface TileRowsProps {
  readonly grid: GalleryGridState
  readonly renderTile: ((tile: Tile) => ReactNode) | undefined
}

/** Tiles before the first measurement, which a server renders too. */
const firstWindow = { start: 0, end: 24 }

/** The ARIA grid with the tiles in view; it hears the events of all of them. */
export function TileRows({ grid, renderTile }: TileRowsProps): ReactElement {
  const { gridRef, context, measured, insertion, lifted } = grid
  const { tiles, messages, isReadOnly, selection, roving } = context
  const layout = measured?.layout ?? null
  const frame = useMemo(
    () => ({ layout, messages, isReadOnly, renderTile }),
    [layout, messages, isReadOnly, renderTile],
  )
  const range = measured ? tileRange(measured.rows, measured.layout, tiles.length) : firstWindow
  const indexes = renderedIndexes({ start: range.start, end: Math.min(range.end, tiles.length) }, roving.activeIndex)
  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={-1}
      className="gl-grid-rows"
      aria-label={messages.gridLabel}
      aria-rowcount={tiles.length}
      aria-multiselectable={!isReadOnly}
      aria-readonly={isReadOnly || undefined}
      data-measured={measured !== null || undefined}
      onClick={(event) => handleGridClick(event, context)}
      onKeyDown={(event) => handleGridKey(event, context)}
      onFocus={(event) => {
        const id = tileIdOf(event.target)
        if (id !== null && id !== roving.activeId) roving.activate(id)
        roving.onFocus()
      }}
      onBlur={roving.onBlur}
    >
      {indexes.map((index) => {
        const tile = tiles[index]
        if (!tile) return null
        return (
          <GalleryTile
            key={tile.id}
            tile={tile}
            index={index}
            frame={frame}
            isSelected={!isReadOnly && selection.ids.has(tile.id)}
            isActive={index === roving.activeIndex}
            isLifted={lifted?.has(tile.id) ?? false}
            gapSide={layout && insertion && gapSideOf(index, insertion, layout)}
          />
        )
      })}
    </div>
  )
}

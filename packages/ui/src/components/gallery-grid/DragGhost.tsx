import type { ReactElement, RefObject } from 'react'
import type { Tile } from '../../editor/tile.ts'
import { type Drag, toGhostTransform } from '../../hooks/use-drag-reorder.ts'
import { TileImageView } from '../gallery-tile/TileImageView.tsx'

export interface DragGhostProps {
  readonly ghostRef: RefObject<HTMLDivElement | null>
  readonly tile: Tile
  readonly drag: Drag
}

/** What a pointer carries: the tile in hand and how many go with it. */
export function DragGhost({ ghostRef, tile, drag }: DragGhostProps): ReactElement {
  const count = drag.ids.size
  const style = { transform: toGhostTransform(drag.from) }
  return (
    <div
      ref={ghostRef}
      className="gl-drag-ghost"
      data-stacked={count > 1 || undefined}
      style={style}
      aria-hidden="true"
    >
      {tile.image && <TileImageView image={tile.image} />}
      {count > 1 && <span className="gl-drag-count">{count}</span>}
    </div>
  )
}

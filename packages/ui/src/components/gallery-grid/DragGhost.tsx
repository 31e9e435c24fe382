import type { ReactElement, RefObject } from 'react'
import type { Tile } from '../../editor/tile.ts'
import { TileImageView } from '../gallery-tile/TileImageView.tsx'

export interface DragGhostProps {
  readonly ghostRef: RefObject<HTMLDivElement | null>
  readonly tile: Tile
  readonly count: number
}

/** What a pointer carries: the tile in hand and how many go with it. */
export function DragGhost({ ghostRef, tile, count }: DragGhostProps): ReactElement {
  return (
    <div ref={ghostRef} className="gl-drag-ghost" data-stacked={count > 1 || undefined} aria-hidden="true">
      {tile.image && <TileImageView image={tile.image} />}
      {count > 1 && <span className="gl-drag-count">{count}</span>}
    </div>
  )
}

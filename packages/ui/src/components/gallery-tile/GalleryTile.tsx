import { memo, type ReactElement } from 'react'
import type { Tile } from '../../editor/tile.ts'
import { placeTile } from './place-tile.ts'
import { TileBadges } from './TileBadges.tsx'
import { TileControls } from './TileControls.tsx'
import { toTileFacts } from './tile-facts.ts'
import type { TileFrame } from './tile-frame.ts'
import { TilePicture } from './TilePicture.tsx'
import { TileUploadState } from './TileUploadState.tsx'

export interface GalleryTileProps {
  readonly tile: Tile
  readonly index: number
  readonly frame: TileFrame
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly isLifted: boolean
  /** Which side of the insertion gap it makes room on. */
  readonly gapSide: 'start' | 'end' | null
}

/**
 * One place of the gallery: a row with a single cell, as React Aria's grid list has it. The grid listens for all tiles.
 * Its looks follow `data-status` (`ready` or the phase of its upload), `data-selected`, `data-lifted`, `data-gap-side`.
 */
export const GalleryTile = memo(function GalleryTile(props: GalleryTileProps): ReactElement {
  const { tile, index, frame, isSelected, isActive, isLifted, gapSide } = props
  const { messages, isReadOnly } = frame
  const tabIndex = isActive ? 0 : -1
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a virtual grid of squares is no table
      role="row"
      className="gl-tile"
      tabIndex={tabIndex}
      aria-rowindex={index + 1}
      aria-selected={isReadOnly ? undefined : isSelected}
      aria-label={messages.tileLabel(toTileFacts(tile))}
      data-tile-id={tile.id}
      data-status={tile.upload?.phase ?? 'ready'}
      data-selected={isSelected || undefined}
      data-lifted={isLifted || undefined}
      data-gap-side={gapSide ?? undefined}
      style={placeTile(index, frame.layout)}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a virtual grid of squares is no table */}
      <div role="gridcell" className="gl-tile-cell">
        {frame.renderTile?.(tile) ?? <TilePicture tile={tile} messages={messages} tabIndex={tabIndex} />}
        {tile.upload && (
          <TileUploadState
            label={tile.label}
            upload={tile.upload}
            messages={messages}
            isReadOnly={isReadOnly}
            tabIndex={tabIndex}
          />
        )}
        <TileBadges tile={tile} messages={messages} />
        {!isReadOnly && (
          <TileControls label={tile.label} messages={messages} isSelected={isSelected} tabIndex={tabIndex} />
        )}
      </div>
    </div>
  )
})

import type { ReactElement } from 'react'
import { useGridHandle } from './use-grid-handle.ts'
import { heightPx } from '../../grid/layout.ts'
import { AddTile } from './AddTile.tsx'
import { DragGhost } from './DragGhost.tsx'
import { EmptyGrid } from './EmptyGrid.tsx'
import { GridHeader } from './GridHeader.tsx'
import { GridOverlay } from './GridOverlay.tsx'
import type { GalleryGridProps } from './grid-props.ts'
import { InsertionBar } from './InsertionBar.tsx'
import { LiveRegions } from './LiveRegions.tsx'
import { ReplaceInput } from './ReplaceInput.tsx'
import { TileRows } from './TileRows.tsx'
import { useGalleryGrid } from './use-gallery-grid.ts'

/** Beyond this many images the last cell is out of reach, and the Add tile with it. */
const addTileLimit = 50

/**
 * A virtual grid of thumbnails: select, reorder by pointer or keyboard, follow uploads. It shows a draft and asks for
 * changes; it keeps none. Its height ends at `--gl-grid-max-size`.
 */
export function GalleryGrid(props: GalleryGridProps): ReactElement {
  const { tiles, onAdd, children } = props
  const grid = useGalleryGrid(props)
  const { scrollerRef, context, measured, insertion, dragging, fileDrag, lifted } = grid
  const { messages, selection, isReadOnly } = context
  useGridHandle(props.handleRef, grid)

  const hasAddTile = onAdd !== undefined && !isReadOnly && tiles.length > 0 && tiles.length < addTileLimit
  const lead = dragging.drag && tiles[context.indexById.get(dragging.drag.leadId) ?? -1]
  const blockSize = measured ? heightPx(tiles.length + (hasAddTile ? 1 : 0), measured.layout) : undefined
  return (
    <div
      className="gl-grid"
      data-selecting={selection.ids.size > 0 || undefined}
      data-moving={lifted !== null || undefined}
      data-dragging={dragging.drag !== null || undefined}
      data-read-only={isReadOnly || undefined}
    >
      <GridHeader context={context}>{children}</GridHeader>
      <div ref={scrollerRef} className="gl-grid-scroller" {...fileDrag.handlers}>
        <div className="gl-grid-space" style={{ blockSize }}>
          <TileRows grid={grid} renderTile={props.renderTile} />
          {measured && hasAddTile && (
            <AddTile index={tiles.length} layout={measured.layout} words={messages.addImages} onAdd={onAdd} />
          )}
          {measured && insertion && <InsertionBar insertion={insertion} layout={measured.layout} />}
        </div>
        {tiles.length === 0 && <EmptyGrid messages={messages} onAdd={isReadOnly ? undefined : onAdd} />}
      </div>
      {lead && <DragGhost ghostRef={dragging.ghostRef} tile={lead} drag={dragging.drag} />}
      {grid.overlay && (!isReadOnly || grid.overlay.kind === 'help') && (
        <GridOverlay overlay={grid.overlay} context={context} />
      )}
      {!isReadOnly && <ReplaceInput picker={grid.replacePicker} />}
      <LiveRegions announcement={grid.announcement} selectedCount={selection.ids.size} messages={messages} />
    </div>
  )
}

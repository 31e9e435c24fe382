import { type RefObject, useRef, useState, useSyncExternalStore } from 'react'
import { EditorHeader } from '../components/editor-header/EditorHeader.tsx'
import { EmptyGallery } from '../components/empty-gallery/EmptyGallery.tsx'
import { GalleryGrid } from '../components/gallery-grid/GalleryGrid.tsx'
import type { GalleryGridHandle } from '../components/gallery-grid/grid-props.ts'
import { UploadDropzone } from '../components/upload-dropzone/UploadDropzone.tsx'
import { UploadSummary } from '../components/upload-summary/UploadSummary.tsx'
import { createTileSelector } from '../editor/select-tiles.ts'
import { selectUploadProgress } from '../editor/select-uploads.ts'
import type { GridMessages } from '../messages/grid.ts'
import { DetailsPart } from './DetailsPart.tsx'
import type { PartProps, Refresh } from './part-props.ts'
import { useIsWide } from './use-is-wide.ts'

export interface GridPartProps extends PartProps {
  readonly words: GridMessages
  readonly refresh: Refresh
  readonly gridRef: RefObject<GalleryGridHandle | null>
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
}

/** From this width on, details stand beside the grid. */
const sideBySidePx = 900

/** Header, grid and details, all of it a place to drop files on. */
export function GridPart({ editor, draft, isReadOnly, words, refresh, gridRef, openId, onOpen }: GridPartProps) {
  const { commands, previews } = editor
  const [selectTiles] = useState(createTileSelector)
  const shownPreviews = useSyncExternalStore(previews.subscribe, previews.getSnapshot, previews.getSnapshot)
  const tiles = selectTiles(draft, shownPreviews)
  const bodyRef = useRef<HTMLDivElement>(null)
  const isWide = useIsWide(bodyRef, sideBySidePx)
  const { past, future } = draft.history
  const addAt = (files: readonly File[], point: { x: number; y: number } | null) =>
    commands.addFiles(files, point ? gridRef.current?.insertionIndexAt(point.x, point.y) : undefined)
  return (
    <UploadDropzone isDisabled={isReadOnly} onFiles={addAt}>
      {(open) => {
        const header = (
          <EditorHeader
            imageCount={tiles.length}
            canUndo={past.length > 0}
            canRedo={future.length > 0}
            isRefreshing={refresh.isRunning}
            isReadOnly={isReadOnly}
            commands={{
              addImages: open,
              refresh: refresh.run,
              undo: () => commands.undo(),
              redo: () => commands.redo(),
            }}
          />
        )
        return (
          <>
            <UploadSummary uploads={selectUploadProgress(draft)} onRetryAll={commands.retryAllUploads} />
            <div ref={bodyRef} className="gl-editor-body">
              <div className="gl-editor-grid">
                {tiles.length === 0 ? (
                  <>
                    <div className="gl-grid-header">{header}</div>
                    <EmptyGallery onAdd={isReadOnly ? undefined : open} />
                  </>
                ) : (
                  <GalleryGrid
                    handleRef={gridRef}
                    tiles={tiles}
                    commands={commands}
                    messages={words}
                    readOnly={isReadOnly}
                    onAdd={isReadOnly ? undefined : open}
                  >
                    {header}
                  </GalleryGrid>
                )}
              </div>
              <DetailsPart
                editor={editor}
                draft={draft}
                isReadOnly={isReadOnly}
                tile={tiles.find((tile) => tile.id === openId)}
                placement={isWide ? 'side' : 'over'}
                onGo={onOpen}
                onClose={(id) => {
                  onOpen(null)
                  gridRef.current?.focusTile(id)
                }}
              />
            </div>
          </>
        )
      }}
    </UploadDropzone>
  )
}

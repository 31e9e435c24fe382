import { type RefObject, useMemo, useRef, useState } from 'react'
import type { Insertion } from '../../grid/insertion.ts'
import { toIndexById } from '../../grid/order.ts'
import { type Announcement, useAnnouncer } from '../../hooks/use-announcer.ts'
import { type DragReorder, useDragReorder } from '../../hooks/use-drag-reorder.ts'
import { type FileDrag, useFileDrag } from '../../hooks/use-file-drag.ts'
import { useGridScroller } from '../../hooks/use-grid-scroller.ts'
import { type MeasuredGrid, useGridViewport } from '../../hooks/use-grid-viewport.ts'
import { useMoveMode } from '../../hooks/use-move-mode.ts'
import { useMoveTiles } from '../../hooks/use-move-tiles.ts'
import { type ReplacePicker, useReplacePicker } from '../../hooks/use-replace-picker.ts'
import { useRovingTile } from '../../hooks/use-roving-tile.ts'
import { useSelection } from '../../hooks/use-selection.ts'
import { gridMessages } from '../../messages/grid.ts'
import { type GridContext, idsWith } from './grid-context.ts'
import type { GalleryGridProps } from './grid-props.ts'
import type { Overlay } from './overlay.ts'

export interface GalleryGridState {
  readonly scrollerRef: RefObject<HTMLDivElement | null>
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly measured: MeasuredGrid | null
  readonly context: GridContext
  readonly overlay: Overlay | null
  readonly announcement: Announcement
  readonly dragging: DragReorder
  readonly fileDrag: FileDrag
  readonly replacePicker: ReplacePicker
  /** The gap that something would land in. */
  readonly insertion: Insertion | null
  /** Tiles that a pointer or the keyboard holds. */
  readonly lifted: ReadonlySet<string> | null
}

const unmeasured = { columns: 1, tilePx: 1, gapPx: 0 }

/** Brings the parts of the grid together; each of them decides for itself. */
export function useGalleryGrid(props: GalleryGridProps): GalleryGridState {
  const { tiles, commands, messages = gridMessages, readOnly: isReadOnly = false } = props
  const scrollerRef = useRef<HTMLDivElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const [overlay, showOverlay] = useState<Overlay | null>(null)
  const [announcement, announce] = useAnnouncer()
  const indexById = useMemo(() => toIndexById(tiles), [tiles])
  const measured = useGridViewport(scrollerRef)
  const scroller = useGridScroller({ scrollerRef, gridRef }, measured, tiles.length)
  const selection = useSelection(tiles, indexById, props.selection)
  const roving = useRovingTile(tiles, indexById, gridRef)
  const moves = useMoveTiles({ tiles, indexById, commands, messages, announce, gridRef })
  const bounds = { layout: measured?.layout ?? unmeasured, count: tiles.length, pageRows: measured?.pageRows ?? 1 }
  const moveMode = useMoveMode({
    isEnabled: !isReadOnly,
    indexById,
    bounds,
    moves,
    messages,
    announce,
    reveal: scroller.reveal,
  })
  const replacePicker = useReplacePicker((id, file) => commands.replace(id, file))
  const dragging = useDragReorder({
    scrollerRef,
    isEnabled: !isReadOnly && tiles.length > 0,
    insertionAt: scroller.insertionAt,
    onLift: (id) => {
      moveMode.cancel()
      roving.activate(id)
      return idsWith(id, { selection })
    },
    onDrop: moves.move,
    onHold: selection.toggle,
    onCancel: () => announce(messages.moveCancelled),
  })
  const fileDrag = useFileDrag({
    isEnabled: !isReadOnly,
    insertionAt: scroller.insertionAt,
    onDrop: props.handleRef ? null : (files, atIndex) => commands.addFiles(files, atIndex),
  })
  return {
    scrollerRef,
    gridRef,
    measured,
    overlay,
    announcement,
    dragging,
    fileDrag,
    replacePicker,
    insertion: dragging.drag?.insertion ?? moveMode.insertion ?? fileDrag.insertion,
    lifted: dragging.drag?.ids ?? moveMode.mode?.ids ?? null,
    context: {
      tiles,
      indexById,
      commands,
      messages,
      isReadOnly,
      bounds,
      selection,
      roving,
      moves,
      moveMode,
      scroller,
      showOverlay,
      pickReplacement: replacePicker.pick,
    },
  }
}

import { type ReactElement, useMemo, useState } from 'react'
import { GalleryGrid } from '../src/components/gallery-grid/GalleryGrid.tsx'
import type { GalleryGridProps } from '../src/components/gallery-grid/grid-props.ts'
import type { GridCommands, Tile } from '../src/editor/tile.ts'
import { makeTile } from './grid-fixtures.ts'

interface History {
  readonly past: readonly (readonly Tile[])[]
  readonly tiles: readonly Tile[]
  readonly future: readonly (readonly Tile[])[]
}

export interface GridPlaygroundProps extends Omit<GalleryGridProps, 'tiles' | 'commands'> {
  readonly tiles: readonly Tile[]
  /** Hears of every command. */
  readonly onCommand?: (name: keyof GridCommands, ...details: readonly unknown[]) => void
}

function moveTiles(tiles: readonly Tile[], ids: readonly string[], toIndex: number): readonly Tile[] {
  const isMoved = (tile: Tile): boolean => ids.includes(tile.id)
  const before = tiles.slice(0, toIndex).filter((tile) => !isMoved(tile))
  const after = tiles.slice(toIndex).filter((tile) => !isMoved(tile))
  return [...before, ...tiles.filter(isMoved), ...after]
}

function edit(history: History, change: (tiles: readonly Tile[]) => readonly Tile[]): History {
  return { past: [...history.past, history.tiles], tiles: change(history.tiles), future: [] }
}

function undo(history: History): History {
  const tiles = history.past.at(-1)
  return tiles ? { past: history.past.slice(0, -1), tiles, future: [history.tiles, ...history.future] } : history
}

function redo(history: History): History {
  const [tiles, ...future] = history.future
  return tiles ? { past: [...history.past, history.tiles], tiles, future } : history
}

const nameToTile = (file: File, index: number): Tile => makeTile(index, { id: `file-${file.name}`, label: file.name })

/** A grid over a draft that fits in a page: what an editor does for it, without one. */
export function GridPlayground({ tiles, onCommand, ...props }: GridPlaygroundProps): ReactElement {
  const [history, setHistory] = useState<History>({ past: [], tiles, future: [] })
  const commands = useMemo<GridCommands>(() => {
    const change = (next: (tiles: readonly Tile[]) => readonly Tile[]): void => setHistory((now) => edit(now, next))
    const patch = (ids: readonly string[], fields: Partial<Tile>): void =>
      change((now) => now.map((tile) => (ids.includes(tile.id) ? { ...tile, ...fields } : tile)))
    return {
      move(ids, toIndex) {
        onCommand?.('move', ids, toIndex)
        change((now) => moveTiles(now, ids, toIndex))
      },
      remove(ids) {
        onCommand?.('remove', ids)
        const gone = new Set(ids)
        change((now) => now.filter((tile) => !gone.has(tile.id)))
      },
      open: (id) => onCommand?.('open', id),
      setCover(id) {
        onCommand?.('setCover', id)
        change((now) => now.map((tile) => ({ ...tile, isCover: tile.id === id })))
      },
      addFiles(files, atIndex) {
        onCommand?.(
          'addFiles',
          files.map((file) => file.name),
          atIndex,
        )
        change((now) => now.toSpliced(atIndex ?? now.length, 0, ...files.map(nameToTile)))
      },
      replace(id, file) {
        onCommand?.('replace', id, file.name)
        patch([id], { label: file.name })
      },
      setAlt(ids, alt) {
        onCommand?.('setAlt', ids, alt)
        patch(ids, { alt: { state: 'text', text: alt ?? '' } })
      },
      retryUpload(id) {
        onCommand?.('retryUpload', id)
        patch([id], { upload: { phase: 'sending', fraction: 0, message: null } })
      },
      cancelUpload(id) {
        onCommand?.('cancelUpload', id)
        change((now) => now.filter((tile) => tile.id !== id))
      },
      undo() {
        onCommand?.('undo')
        setHistory(undo)
      },
      redo() {
        onCommand?.('redo')
        setHistory(redo)
      },
    }
  }, [onCommand])
  return <GalleryGrid {...props} tiles={history.tiles} commands={commands} />
}

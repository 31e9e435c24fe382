import type { RefObject } from 'react'
import type { GridCommands, Tile } from '../editor/tile.ts'
import { changesOrder, type IndexById, indexesOf, landingPosition } from '../grid/order.ts'
import type { GridMessages } from '../messages/grid.ts'
import type { Announce } from './use-announcer.ts'
import { useGlide } from './use-glide.ts'

export interface MoveTilesOptions {
  readonly tiles: readonly Tile[]
  readonly indexById: IndexById
  readonly commands: GridCommands
  readonly messages: GridMessages
  readonly announce: Announce
  readonly gridRef: RefObject<HTMLElement | null>
}

export interface MoveTiles {
  /** Moves tiles before `toIndex`, announced; where that changes nothing, nothing is asked of the draft. */
  readonly move: (ids: ReadonlySet<string>, toIndex: number) => void
  /** "Photo.jpg" or "3 images". */
  readonly describe: (ids: ReadonlySet<string>) => string
}

/** The one way in which tiles change places, whichever gesture asks for it. */
export function useMoveTiles(options: MoveTilesOptions): MoveTiles {
  const { tiles, indexById, commands, messages, announce, gridRef } = options
  const prepareGlide = useGlide(gridRef, tiles)

  const describe = (ids: ReadonlySet<string>): string => {
    const [first] = indexesOf(ids, indexById)
    const tile = ids.size === 1 && first !== undefined ? tiles[first] : undefined
    return tile?.label ?? messages.images(ids.size)
  }
  return {
    describe,
    move(ids, toIndex) {
      const moved = indexesOf(ids, indexById)
      if (changesOrder(moved, toIndex)) {
        prepareGlide()
        commands.move(
          moved.flatMap((index) => tiles[index]?.id ?? []),
          toIndex,
        )
      }
      announce(messages.moved(describe(ids), landingPosition(moved, toIndex) + 1, tiles.length))
    },
  }
}

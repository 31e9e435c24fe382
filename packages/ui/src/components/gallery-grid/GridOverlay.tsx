import type { ReactElement } from 'react'
import { landingPosition, indexesOf, toIndexFor } from '../../grid/order.ts'
import { TileMenu } from '../gallery-tile/TileMenu.tsx'
import { AltTextDialog } from '../selection-bar/AltTextDialog.tsx'
import { type GridContext, inOrder } from './grid-context.ts'
import { HelpDialog } from './HelpDialog.tsx'
import { MoveToDialog } from './MoveToDialog.tsx'
import type { Overlay } from './overlay.ts'
import { tileActions } from './tile-actions.ts'

export interface GridOverlayProps {
  readonly overlay: Overlay
  readonly context: GridContext
}

/** The menu or dialog that is open, and what its answers do. */
export function GridOverlay({ overlay, context }: GridOverlayProps): ReactElement | null {
  const { messages, indexById, tiles, moves, moveMode, roving } = context
  const close = (): void => context.showOverlay(null)
  if (overlay.kind === 'help') return <HelpDialog messages={messages} onClose={close} />
  if (overlay.kind === 'menu') {
    const tile = tiles[indexById.get(overlay.id) ?? -1]
    if (!tile) return null
    return (
      <TileMenu
        tile={tile}
        anchor={overlay.anchor}
        messages={messages}
        onClose={close}
        onAction={(action) => tileActions[action](tile.id, context)}
      />
    )
  }
  if (overlay.kind === 'alt') {
    const apply = (alt: string): void => {
      close()
      context.commands.setAlt(inOrder(overlay.ids, indexById), alt)
    }
    return <AltTextDialog count={overlay.ids.size} messages={messages} onApply={apply} onClose={close} />
  }
  const moved = indexesOf(overlay.ids, indexById)
  const finish = (act: () => void): void => {
    close()
    act()
    roving.focus(overlay.leadId)
  }
  return (
    <MoveToDialog
      what={moves.describe(overlay.ids)}
      position={landingPosition(moved, indexById.get(overlay.leadId) ?? 0) + 1}
      lastPosition={tiles.length - moved.length + 1}
      messages={messages}
      onClose={close}
      onMove={(position) =>
        finish(() => {
          moves.move(overlay.ids, toIndexFor(moved, position - 1))
          context.scroller.reveal(position - 1)
        })
      }
      onPickPlace={() => finish(() => moveMode.lift(overlay.ids, overlay.leadId))}
    />
  )
}

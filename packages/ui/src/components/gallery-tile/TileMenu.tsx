import type { KeyboardEvent, ReactElement } from 'react'
import type { Tile } from '../../editor/tile.ts'
import { usePopover } from '../../hooks/use-popover.ts'
import type { GridMessages } from '../../messages/grid.ts'
import { type TileMenuAction, toMenuItems } from './tile-menu-items.ts'

export interface TileMenuProps {
  readonly tile: Tile
  readonly anchor: Element
  readonly messages: GridMessages
  readonly onAction: (action: TileMenuAction) => void
  readonly onClose: () => void
}

/** The menu of a tile: a native popover, closed by Escape or a press outside. */
export function TileMenu({ tile, anchor, messages, onAction, onClose }: TileMenuProps): ReactElement {
  const ref = usePopover(anchor, onClose)
  return (
    <div
      ref={ref}
      popover="auto"
      role="menu"
      tabIndex={-1}
      className="gl-menu"
      aria-label={messages.tileMenu(tile.label)}
      onKeyDown={moveAmongItems}
    >
      {toMenuItems(tile, messages).map(({ action, words }) => (
        <button
          key={action}
          type="button"
          role="menuitem"
          className="gl-menu-item"
          data-danger={action === 'remove' || undefined}
          onClick={() => {
            ref.current?.hidePopover()
            onAction(action)
          }}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

function moveAmongItems(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')]
  const current = items.findIndex((item) => item === document.activeElement)
  const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key]
  if (event.key === 'Tab') event.currentTarget.hidePopover()
  if (target === undefined) return
  event.preventDefault()
  items.at(target % items.length)?.focus()
}

import type { ReactElement } from 'react'
import type { GridMessages } from '../../messages/grid.ts'

export interface TileControlsProps {
  readonly label: string
  readonly messages: GridMessages
  readonly isSelected: boolean
  readonly tabIndex: number
}

/** Checkbox, menu and Move button; the grid hears their clicks. */
export function TileControls({ label, messages, isSelected, tabIndex }: TileControlsProps): ReactElement {
  return (
    <>
      <input
        type="checkbox"
        className="gl-tile-checkbox"
        data-action="select"
        aria-label={messages.selectTile(label)}
        checked={isSelected}
        readOnly
        tabIndex={tabIndex}
      />
      <button
        type="button"
        className="gl-tile-control gl-icon"
        data-action="menu"
        data-icon="more"
        aria-label={messages.tileMenu(label)}
        aria-haspopup="menu"
        tabIndex={tabIndex}
      />
      <button
        type="button"
        className="gl-tile-control gl-icon"
        data-action="move"
        data-icon="grip"
        aria-label={messages.moveTile(label)}
        tabIndex={tabIndex}
      />
    </>
  )
}

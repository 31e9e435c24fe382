import type { ReactElement } from 'react'
import type { Tile } from '../../editor/tile.ts'
import type { GridMessages } from '../../messages/grid.ts'

export interface BrokenPictureProps {
  readonly tile: Tile
  readonly messages: GridMessages
  readonly tabIndex: number
  readonly onReload: () => void
}

/** Stands in for a picture that does not load: its name, its alt text and another try. */
export function BrokenPicture({ tile, messages, tabIndex, onReload }: BrokenPictureProps): ReactElement {
  return (
    <div className="gl-tile-broken">
      <span className="gl-icon" data-icon="broken" aria-hidden="true" />
      <span className="gl-tile-words" dir="auto">
        {tile.label}
      </span>
      {tile.alt.text && (
        <span className="gl-tile-words gl-tile-alt" dir="auto">
          {tile.alt.text}
        </span>
      )}
      <button
        type="button"
        className="gl-tile-button"
        tabIndex={tabIndex}
        aria-label={messages.reloadPicture(tile.label)}
        onClick={onReload}
      >
        {messages.reload}
      </button>
    </div>
  )
}

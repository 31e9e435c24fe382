import type { ReactElement } from 'react'
import type { Tile } from '../../editor/tile.ts'
import type { GridMessages } from '../../messages/grid.ts'

export interface TileBadgesProps {
  readonly tile: Tile
  readonly messages: GridMessages
}

/** Marks for the eye; the tile's label says the same in words. */
export function TileBadges({ tile, messages }: TileBadgesProps): ReactElement {
  return (
    <div className="gl-tile-badges" aria-hidden="true">
      {tile.isCover && (
        <span className="gl-badge" data-kind="cover">
          {messages.coverBadge}
        </span>
      )}
      {tile.isNew && (
        <span className="gl-badge" data-kind="new">
          {messages.newBadge}
        </span>
      )}
      {tile.isExternal && (
        <span className="gl-badge" data-kind="external">
          {messages.externalBadge}
        </span>
      )}
      {tile.alt.state !== 'decorative' && (
        <span className="gl-badge" data-kind="alt" data-alt={tile.alt.state}>
          {tile.alt.state === 'text' ? messages.altBadge : messages.altMissingBadge}
        </span>
      )}
    </div>
  )
}

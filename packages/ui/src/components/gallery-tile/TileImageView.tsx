import type { ReactElement } from 'react'
import type { TileImage } from '../../editor/tile.ts'

export interface TileImageViewProps {
  readonly image: TileImage
  readonly onError?: (() => void) | undefined
}

/** A picture of a tile. It names nothing: the tile's own label does. */
export function TileImageView({ image, onError }: TileImageViewProps): ReactElement {
  return (
    <img
      className="gl-tile-image"
      src={image.url}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={onError}
    />
  )
}

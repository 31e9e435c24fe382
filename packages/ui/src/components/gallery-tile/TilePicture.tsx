import { type ReactElement, useState } from 'react'
import type { Tile } from '../../editor/tile.ts'
import type { GridMessages } from '../../messages/grid.ts'
import { BrokenPicture } from './BrokenPicture.tsx'
import { TileImageView } from './TileImageView.tsx'

export interface TilePictureProps {
  readonly tile: Tile
  readonly messages: GridMessages
  readonly tabIndex: number
}

/** The picture, with the one that it replaces until the draft is saved. */
export function TilePicture({ tile, messages, tabIndex }: TilePictureProps): ReactElement {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  const { image, replacedImage } = tile
  if (image && image.url === brokenUrl) {
    return <BrokenPicture tile={tile} messages={messages} tabIndex={tabIndex} onReload={() => setBrokenUrl(null)} />
  }
  return (
    <>
      {image ? (
        <TileImageView image={image} onError={() => setBrokenUrl(image.url)} />
      ) : (
        <span className="gl-tile-placeholder gl-icon" data-icon="picture" aria-hidden="true" />
      )}
      {replacedImage && (
        <span className="gl-tile-before" aria-hidden="true">
          <TileImageView image={replacedImage} />
          <span className="gl-tile-before-label">{messages.beforeBadge}</span>
        </span>
      )}
    </>
  )
}

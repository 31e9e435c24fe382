import type { Tile, TileImage } from '../../editor/tile.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface DetailsPictureProps {
  readonly tile: Tile
  readonly largeUrl: string | null
}

/** The picture; where a save will replace it, the saved one and the new one side by side. */
export function DetailsPicture({ tile, largeUrl }: DetailsPictureProps) {
  const { details } = useEditorMessages()
  if (!tile.replacedImage)
    return (
      <div className="gl-details-picture">
        <LargePicture url={largeUrl ?? tile.image?.url} alt={tile.alt.text} />
      </div>
    )
  return (
    <div className="gl-details-picture" data-comparing="">
      <Labelled label={details.before} image={tile.replacedImage} />
      <Labelled label={details.after} image={tile.image} />
    </div>
  )
}

function Labelled({ label, image }: { label: string; image: TileImage | null }) {
  return (
    <figure>
      <LargePicture url={image?.url} alt="" />
      <figcaption>{label}</figcaption>
    </figure>
  )
}

function LargePicture({ url, alt }: { url: string | undefined; alt: string }) {
  return url === undefined ? <span data-empty="" /> : <img src={url} alt={alt} draggable={false} decoding="async" />
}

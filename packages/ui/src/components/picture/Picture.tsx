import type { TileImage } from '../../editor/tile.ts'

export interface PictureProps {
  readonly image: TileImage | null
  readonly className?: string | undefined
}

/** A small picture beside words that name it; a plain box where there is none. */
export function Picture({ image, className = 'gl-picture' }: PictureProps) {
  if (!image) return <span className={className} data-empty="" />
  return <img className={className} src={image.url} alt="" draggable={false} decoding="async" />
}

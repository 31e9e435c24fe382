import type { Draw } from './art/canvas.ts'

/** A picture of the demo: how it is drawn, what it is called, how it is stored. */
export interface SeedPicture {
  readonly fileName: `${string}.jpg` | `${string}.png` | `${string}.webp`
  readonly widthPx: number
  readonly heightPerWidth: number
  /** Null: nobody has written one yet. */
  readonly altText: string | null
  readonly caption?: string
  /** Stored lying down with EXIF orientation 6, as phones store upright pictures. */
  readonly isTurned?: boolean
  /** Back to front. */
  readonly layers: readonly Draw[]
}

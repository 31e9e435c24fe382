import type { AcceptedImageType } from '@gallerist/sdk/contract'

export interface ReadyThumbnail {
  /** Width that was asked for; a narrower picture is not enlarged. */
  readonly nominalWidthPx: number
  readonly widthPx: number
  readonly heightPx: number
  /** WebP, upright, without metadata. */
  readonly bytes: Buffer
}

/** A picture that was decoded to its last pixel, with its thumbnails. */
export interface ReadyImage {
  readonly mime: AcceptedImageType
  readonly sizeBytes: number
  /** As it is shown: EXIF orientation applied. */
  readonly widthPx: number
  readonly heightPx: number
  readonly checksumSha256: string
  readonly thumbnails: readonly ReadyThumbnail[]
}

export interface ImageTools {
  /**
   * @throws DomainError FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_UNSUPPORTED, FILE_TOO_MANY_PIXELS, FILE_UNREADABLE
   */
  prepare(bytes: Buffer): Promise<ReadyImage>
}

import { type AcceptedImageType, limits, thumbnailWidthsPx } from '@gallerist/sdk/contract'
import sharp, { type Metadata, type OutputInfo, type SharpOptions } from 'sharp'
import { DomainError, refuse } from '../domain/domain-error.ts'
import type { ReadyThumbnail } from '../domain/image-tools.ts'

/** A cut file is refused, a harmless warning of a camera's encoder is not. The first frame, upright, read in one pass. */
const input = {
  failOn: 'error',
  limitInputPixels: limits.filePixels,
  autoOrient: true,
  sequentialRead: true,
} as const satisfies SharpOptions

/** Frames are decoded side by side in memory; of a longer animation only the first one is looked at. */
const mostAnimatedPixels = 32_000_000

const formats: Readonly<Record<AcceptedImageType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
}

export interface DecodedImage {
  readonly widthPx: number
  readonly heightPx: number
  readonly thumbnails: readonly ReadyThumbnail[]
}

/**
 * Decodes a picture to its last pixel.
 *
 * @throws DomainError FILE_TOO_MANY_PIXELS before anything is decoded, FILE_UNREADABLE where it is cut or corrupt
 */
export async function decodeImage(bytes: Buffer, mime: AcceptedImageType): Promise<DecodedImage> {
  // Without the limit: reading the header decodes nothing, and the refusal shall say how many pixels there are.
  const metadata = await readable(sharp(bytes, { ...input, limitInputPixels: false }).metadata())
  checkMetadata(metadata, mime)
  if (mime === 'image/gif' && !hasGifTrailer(bytes)) throw unreadable()
  await checkFrames(bytes, metadata)
  return {
    widthPx: metadata.autoOrient.width,
    heightPx: metadata.autoOrient.height,
    thumbnails: await makeThumbnails(bytes),
  }
}

function checkMetadata({ format, width, height, compression }: Metadata, mime: AcceptedImageType): void {
  const pixels = width * height
  if (pixels > limits.filePixels) {
    const text = `The picture has ${width} × ${height} pixels; at most ${limits.filePixels} are accepted.`
    throw refuse('FILE_TOO_MANY_PIXELS', text, { pixels, limitPixels: limits.filePixels })
  }
  if (format === formats[mime] && (format !== 'heif' || compression === 'av1')) return
  throw refuse('FILE_TYPE_UNSUPPORTED', `The file begins as ${mime} but is ${format}.`, { found: `image/${format}` })
}

async function checkFrames(bytes: Buffer, { width, height, pages = 1 }: Metadata): Promise<void> {
  if (pages === 1 || width * height * pages > mostAnimatedPixels) return
  await readable(
    sharp(bytes, { ...input, animated: true })
      .resize(16)
      .raw()
      .toBuffer(),
  )
}

/** The largest one reads the whole file; the smaller ones are made of it. */
async function makeThumbnails(bytes: Buffer): Promise<ReadyThumbnail[]> {
  const largest = sharp(bytes, input).resize(boxOf(Math.max(...thumbnailWidthsPx)))
  const { data, info } = await readable(largest.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }))
  return Promise.all(thumbnailWidthsPx.map((widthPx) => makeThumbnail(data, info, widthPx)))
}

/** Sharp writes no metadata unless told to. */
async function makeThumbnail(pixels: Buffer, raw: OutputInfo, nominalWidthPx: number): Promise<ReadyThumbnail> {
  const { width, height, channels } = raw
  const pipeline = sharp(pixels, { raw: { width, height, channels } }).resize(boxOf(nominalWidthPx)).webp()
  const { data, info } = await pipeline.toBuffer({ resolveWithObject: true })
  return { nominalWidthPx, widthPx: info.width, heightPx: info.height, bytes: data }
}

/** Long strips are narrowed as well: WebP ends at 16383 pixels, and pages are not that long. */
function boxOf(widthPx: number) {
  return { width: widthPx, height: widthPx * 4, fit: 'inside', withoutEnlargement: true } as const
}

async function readable<Result>(decoding: Promise<Result>): Promise<Result> {
  try {
    return await decoding
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause?: unknown): DomainError {
  return new DomainError('FILE_UNREADABLE', 'The picture is cut off or damaged; export it anew.', { cause })
}

/** The decoder silently drops frames that are cut off, so the end mark has to be there; padding may follow it. */
function hasGifTrailer(bytes: Buffer): boolean {
  return bytes[bytes.findLastIndex((byte) => byte !== 0)] === 0x3b
}

import { limits, sniffImageType } from '../../contract/index.ts'
import { readImageSize } from '../pictures/image-size.ts'
import { Refusal, refuse } from './refusal.ts'

export interface VerifiedPicture {
  readonly mime: string
  readonly sizeBytes: number
  readonly widthPx: number
  readonly heightPx: number
}

/** Reads what bytes really are; refuses what is no picture that is accepted. */
export function verifyPicture(bytes: Uint8Array): VerifiedPicture {
  const sizeBytes = bytes.byteLength
  if (sizeBytes === 0) throw new Refusal('FILE_EMPTY', 'The file has no bytes.')
  if (sizeBytes > limits.fileBytes)
    throw refuse('FILE_TOO_LARGE', `The file has ${sizeBytes} bytes; ${limits.fileBytes} are accepted.`, {
      sizeBytes,
      limitBytes: limits.fileBytes,
    })
  const mime = sniffImageType(bytes)
  if (mime === null)
    throw refuse('FILE_TYPE_UNSUPPORTED', 'The bytes are no picture of an accepted type.', { found: 'unknown' })
  const size = readImageSize(bytes, mime)
  if (size === null) throw new Refusal('FILE_UNREADABLE', `The ${mime} cannot be decoded.`)
  const pixels = size.widthPx * size.heightPx
  if (pixels > limits.filePixels)
    throw refuse('FILE_TOO_MANY_PIXELS', `The picture has ${pixels} pixels.`, {
      pixels,
      limitPixels: limits.filePixels,
    })
  return { mime, sizeBytes, ...size }
}

import type { AcceptedImageType } from '../../contract/index.ts'

export interface ImageSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** The size that a picture's header says; null where the header is cut off. Types it cannot read count as 1 × 1. */
export function readImageSize(bytes: Uint8Array, mime: AcceptedImageType): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (mime === 'image/png') return readPngSize(view)
  if (mime === 'image/jpeg') return readJpegSize(view)
  return { widthPx: 1, heightPx: 1 }
}

function readPngSize(view: DataView): ImageSize | null {
  return view.byteLength < 24 ? null : toSize(view.getUint32(16), view.getUint32(20))
}

function readJpegSize(view: DataView): ImageSize | null {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2))
    if (isFrameHeader(view.getUint8(at + 1))) return toSize(view.getUint16(at + 7), view.getUint16(at + 5))
  return null
}

/** SOF0 to SOF15, without the tables (DHT, JPG, DAC) that share the range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function toSize(widthPx: number, heightPx: number): ImageSize | null {
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null
}

/** A picture that every decoder reads. */
export interface Picture {
  readonly fileName: string
  readonly mime: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly widthPx: number
  readonly heightPx: number
}

let made = 0

/** A PNG of one colour, another one each time. */
export async function makePng(size: { widthPx?: number; heightPx?: number } = {}): Promise<Picture> {
  const { widthPx = 6, heightPx = 4 } = size
  made += 1
  const rows = Array.from({ length: heightPx }, () => [
    0,
    ...Array.from({ length: widthPx }, () => colorOf(made)).flat(),
  ])
  const bytes = join([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk('IHDR', toHeader(widthPx, heightPx)),
    toChunk('IDAT', await deflate(new Uint8Array(rows.flat()))),
    toChunk('IEND', new Uint8Array()),
  ])
  return { fileName: `picture-${made}.png`, mime: 'image/png', bytes, widthPx, heightPx }
}

/** A JPEG of 12 × 8 pixels. */
export function makeJpeg(): Picture {
  const bytes = Uint8Array.from(atob(jpeg), (char) => char.charCodeAt(0))
  return { fileName: 'gradient.jpg', mime: 'image/jpeg', bytes, widthPx: 12, heightPx: 8 }
}

const jpeg = [
  '/9j/2wBDABAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////2wBD',
  'ARAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////wgARCAAIAAwD',
  'ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/aAAwDAQACEAMQAAAAkAXf/8QA',
  'FBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQABPwA//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPwB//8QAFBEBAAAAAAAA',
  'AAAAAAAAAAAAAP/aAAgBAwEBPwB//9k=',
].join('')

function colorOf(number: number): [number, number, number] {
  return [(number * 53) % 256, (number * 101) % 256, (number * 197) % 256]
}

function toHeader(widthPx: number, heightPx: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(13))
  view.setUint32(0, widthPx)
  view.setUint32(4, heightPx)
  view.setUint8(8, 8) // bits per channel
  view.setUint8(9, 2) // RGB
  return new Uint8Array(view.buffer)
}

function toChunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data])
  return join([toUint32(data.length), body, toUint32(crc32(body))])
}

function toUint32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value)
  return new Uint8Array(view.buffer)
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

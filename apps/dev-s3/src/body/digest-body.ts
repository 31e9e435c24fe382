import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from '../s3-error.ts'

/** What a body turned out to be. */
export interface BodyDigests {
  readonly sizeBytes: number
  readonly md5: Buffer
  readonly crc32: Buffer
  readonly sha1: Buffer
  readonly sha256: Buffer
}

export interface BodySink {
  readonly maxBytes: number
  readonly write: (chunk: Uint8Array) => void | Promise<void>
}

function toBigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Passes a body on chunk by chunk and digests it on the way. @throws S3Error `EntityTooLarge` */
export async function digestBody(source: AsyncIterable<Uint8Array>, sink: BodySink): Promise<BodyDigests> {
  const hashes = { md5: createHash('md5'), sha1: createHash('sha1'), sha256: createHash('sha256') }
  let sizeBytes = 0
  let crc = 0
  for await (const chunk of source) {
    sizeBytes += chunk.length
    if (sizeBytes > sink.maxBytes) throw new S3Error('EntityTooLarge')
    for (const hash of Object.values(hashes)) hash.update(chunk)
    crc = crc32(chunk, crc)
    await sink.write(chunk)
  }
  const { md5, sha1, sha256 } = hashes
  return { sizeBytes, crc32: toBigEndian(crc), md5: md5.digest(), sha1: sha1.digest(), sha256: sha256.digest() }
}

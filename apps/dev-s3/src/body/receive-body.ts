import type { IncomingMessage } from 'node:http'
import { S3Error } from '../s3-error.ts'
import type { BlobStore } from '../store/blob-store.ts'
import { assertChecksumsSupported, type ChecksumSource, verifyChecksums } from './checksum-claims.ts'
import { decodeAwsChunked } from './decode-aws-chunked.ts'
import { type BodyDigests, type BodySink, digestBody } from './digest-body.ts'
import { readFraming } from './read-framing.ts'

export interface BodyRequest extends ChecksumSource {
  readonly method: string
  readonly message: IncomingMessage
}

interface VerifiedBody {
  readonly digests: BodyDigests
  readonly checksums: Record<string, string>
}

/** The bytes of a request; stopping early leaves the connection open, so that the answer still gets through. */
export function readMessage(message: IncomingMessage): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => message.iterator({ destroyOnReturn: false }) }
}

/** Decodes the body into `sink` and checks its length and everything the client claimed about it. */
async function receiveBody(request: BodyRequest, sink: BodySink): Promise<VerifiedBody> {
  assertChecksumsSupported(request)
  const framing = readFraming(request.method, request.headers)
  if ((framing.sizeBytes ?? 0) > sink.maxBytes) throw new S3Error('EntityTooLarge')
  const trailers = new Map<string, string>()
  const bytes = readMessage(request.message)
  const digests = await digestBody(framing.isAwsChunked ? decodeAwsChunked(bytes, trailers) : bytes, sink)
  if (framing.sizeBytes !== undefined && framing.sizeBytes !== digests.sizeBytes) throw new S3Error('IncompleteBody')
  return { digests, checksums: verifyChecksums(request, trailers, digests) }
}

/** Reads a small body, such as a document. */
export async function receiveText(request: BodyRequest, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  await receiveBody(request, { maxBytes, write: (chunk) => void chunks.push(chunk) })
  return Buffer.concat(chunks).toString()
}

export interface ReceivedBlob {
  readonly blob: string
  readonly sizeBytes: number
  readonly md5: string
  readonly checksums: Record<string, string>
}

/** Fills a new blob with what `fill` writes; no file is left when it throws. */
export async function writeBlob<T>(blobs: BlobStore, fill: (write: BodySink['write']) => Promise<T>) {
  const writer = await blobs.create()
  try {
    const result = await fill(writer.write)
    await writer.finish()
    return { blob: writer.name, result }
  } catch (error) {
    await writer.discard()
    throw error
  }
}

/** Streams the body into a new blob. */
export async function receiveBlob(request: BodyRequest, blobs: BlobStore, maxBytes: number): Promise<ReceivedBlob> {
  const { blob, result } = await writeBlob(blobs, (write) => receiveBody(request, { maxBytes, write }))
  const { digests, checksums } = result
  return { blob, sizeBytes: digests.sizeBytes, md5: digests.md5.toString('hex'), checksums }
}

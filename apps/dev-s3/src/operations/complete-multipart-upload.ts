import { createHash } from 'node:crypto'
import { receiveText, writeBlob } from '../body/receive-body.ts'
import { versionHeader, xmlReply } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { UploadedPart } from '../store/upload-table.ts'
import { writeObject } from '../store/write-object.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { childrenNamed, childText, element } from '../xml/xml-element.ts'
import { findUpload } from './multipart-uploads.ts'

/** Every part but the last must have at least this. */
const minPartBytes = 5 * 2 ** 20

interface ListedPart {
  readonly number: number
  readonly etag: string
}

function parseListedParts(xml: string): ListedPart[] {
  const parts = childrenNamed(parseXml(xml), 'Part').map((part) => ({
    number: Number(childText(part, 'PartNumber')),
    etag: (childText(part, 'ETag') ?? '').replaceAll('"', ''),
  }))
  if (parts.length === 0) throw new S3Error('MalformedXML')
  const isAscending = parts.every(({ number }, index) => index === 0 || number > (parts[index - 1]?.number ?? 0))
  if (!isAscending) throw new S3Error('InvalidPartOrder')
  return parts
}

function selectParts(listed: readonly ListedPart[], uploaded: readonly UploadedPart[]): UploadedPart[] {
  const selected = listed.map(({ number, etag }) => {
    const part = uploaded.find((candidate) => candidate.number === number && candidate.md5 === etag)
    if (!part) throw new S3Error('InvalidPart')
    return part
  })
  if (selected.slice(0, -1).some(({ sizeBytes }) => sizeBytes < minPartBytes)) throw new S3Error('EntityTooSmall')
  return selected
}

/** S3's ETag of a multipart object: the MD5 of its parts' MD5s, and how many they are. */
function toMultipartEtag(parts: readonly UploadedPart[]): string {
  const digests = Buffer.concat(parts.map(({ md5 }) => Buffer.from(md5, 'hex')))
  return `${createHash('md5').update(digests).digest('hex')}-${parts.length}`
}

async function* readParts(blobs: BlobStore, parts: readonly UploadedPart[]): AsyncGenerator<Uint8Array> {
  for (const { blob } of parts) yield* blobs.read(blob)
}

/** The parts, one after the other, in a new blob. */
async function joinParts(blobs: BlobStore, parts: readonly UploadedPart[]): Promise<string> {
  const { blob } = await writeBlob(blobs, async (write) => {
    for await (const chunk of readParts(blobs, parts)) await write(chunk)
  })
  return blob
}

export const completeMultipartUpload: Handler = async (request, { storage }) => {
  const { bucket, key, headers } = request
  const listed = parseListedParts(await receiveText(request, 2 ** 20))
  const upload = findUpload(storage, request)
  const parts = selectParts(listed, storage.uploads.parts(upload.id))
  const etag = toMultipartEtag(parts)
  const sizeBytes = parts.reduce((total, part) => total + part.sizeBytes, 0)
  const blob = await joinParts(storage.blobs, parts).catch((error: unknown) => {
    // The parts are gone when another request has completed or aborted the upload.
    findUpload(storage, request)
    throw error
  })
  let partBlobs: string[] = []
  const versionId = await writeObject(storage, {
    bucketName: bucket,
    key,
    content: { blob, sizeBytes, etag, headers: upload.headers, checksums: {}, tags: {} },
    conditions: { ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] },
    alongside: () => {
      // While the parts were joined, the upload may have been completed or aborted by another request.
      findUpload(storage, request)
      partBlobs = storage.uploads.remove(upload.id)
    },
  })
  await storage.blobs.remove(partBlobs)
  return xmlReply(
    element('CompleteMultipartUploadResult', [
      element('Location', `/${bucket}/${key}`),
      element('Bucket', bucket),
      element('Key', key),
      element('ETag', `"${etag}"`),
    ]),
    { headers: versionHeader(versionId) },
  )
}

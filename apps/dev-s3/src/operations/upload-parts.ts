import { receiveBlob } from '../body/receive-body.ts'
import { checksumHeaders, emptyReply, xmlReply } from '../http/reply.ts'
import type { Handler, S3Request } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import { element } from '../xml/xml-element.ts'
import { findUpload } from './multipart-uploads.ts'

const maxPartBytes = 5 * 2 ** 30
const maxParts = 10_000

function readPartNumber({ query }: S3Request): number {
  const number = Number(query.get('partNumber'))
  if (Number.isInteger(number) && number >= 1 && number <= maxParts) return number
  throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${maxParts}, inclusive`)
}

export const uploadPart: Handler = async (request, { storage }) => {
  const number = readPartNumber(request)
  const { id } = findUpload(storage, request)
  const { blob, sizeBytes, md5, checksums } = await receiveBlob(request, storage.blobs, maxPartBytes)
  try {
    // While the body arrived, the upload may have been completed or aborted.
    findUpload(storage, request)
    const replaced = storage.uploads.parts(id).filter((part) => part.number === number)
    storage.uploads.putPart(id, { number, blob, sizeBytes, md5 })
    await storage.blobs.remove(replaced.map((part) => part.blob))
  } catch (error) {
    await storage.blobs.remove([blob])
    throw error
  }
  return emptyReply(200, { etag: `"${md5}"`, ...checksumHeaders(checksums) })
}

export const listParts: Handler = (request, { storage }) => {
  const { id } = findUpload(storage, request)
  const parts = storage.uploads
    .parts(id)
    .map(({ number, md5, sizeBytes }) =>
      element('Part', [element('PartNumber', number), element('ETag', `"${md5}"`), element('Size', sizeBytes)]),
    )
  return xmlReply(
    element('ListPartsResult', [
      element('Bucket', request.bucket),
      element('Key', request.key),
      element('UploadId', id),
      element('IsTruncated', false),
      ...parts,
    ]),
  )
}

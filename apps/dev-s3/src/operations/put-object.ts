import { receiveBlob } from '../body/receive-body.ts'
import { checksumHeaders, emptyReply, versionHeader } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { writeObject } from '../store/write-object.ts'
import { toObjectHeaders } from './object-headers.ts'

export const putObject: Handler = async (request, { storage, maxObjectBytes }) => {
  const { key, headers } = request
  storage.buckets.get(request.bucket)
  const { blob, sizeBytes, md5, checksums } = await receiveBlob(request, storage.blobs, maxObjectBytes)
  const versionId = await writeObject(storage, {
    bucketName: request.bucket,
    key,
    content: { blob, sizeBytes, etag: md5, headers: toObjectHeaders(headers), checksums, tags: {} },
    conditions: { ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] },
  })
  return emptyReply(200, { etag: `"${md5}"`, ...versionHeader(versionId), ...checksumHeaders(checksums) })
}

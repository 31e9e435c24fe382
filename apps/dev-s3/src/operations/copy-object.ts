import { versionHeader, xmlReply } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import { matchesEtag } from '../store/preconditions.ts'
import { writeObject } from '../store/write-object.ts'
import { element } from '../xml/xml-element.ts'
import { findObject } from './find-object.ts'
import { toObjectHeaders } from './object-headers.ts'

interface CopySource {
  readonly bucket: string
  readonly key: string
  readonly versionId: string | null
}

/** Reads `bucket/key?versionId=…`, percent-encoded, with or without a slash in front. */
function parseCopySource(header: string): CopySource {
  const [path = '', versionId] = header.split('?versionId=')
  const decoded = decodeURIComponent(path).replace(/^\//, '')
  const slash = decoded.indexOf('/')
  if (slash < 1) throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key')
  return { bucket: decoded.slice(0, slash), key: decoded.slice(slash + 1), versionId: versionId ?? null }
}

export const copyObject: Handler = async ({ bucket, key, headers }, { storage }) => {
  const source = parseCopySource(String(headers['x-amz-copy-source']))
  storage.buckets.get(source.bucket)
  const object = findObject(storage.objects, source, source.versionId)
  const isReplacing = headers['x-amz-metadata-directive'] === 'REPLACE'
  if (source.bucket === bucket && source.key === key && source.versionId === null && !isReplacing) {
    throw new S3Error('InvalidRequest', 'A copy of an object to itself must change its metadata')
  }
  const ifMatch = headers['x-amz-copy-source-if-match']
  if (ifMatch !== undefined && !matchesEtag(String(ifMatch), object)) throw new S3Error('PreconditionFailed')
  // Blobs never change, so the copy shares the source's.
  const { blob, sizeBytes, etag, checksums, tags } = object
  const versionId = await writeObject(storage, {
    bucketName: bucket,
    key,
    content: {
      blob,
      sizeBytes,
      etag,
      checksums,
      tags,
      headers: isReplacing ? toObjectHeaders(headers) : object.headers,
    },
  })
  const result = [element('LastModified', new Date().toISOString()), element('ETag', `"${etag}"`)]
  return xmlReply(element('CopyObjectResult', result), { headers: versionHeader(versionId) })
}

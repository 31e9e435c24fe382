import { receiveText } from '../body/receive-body.ts'
import { emptyReply, xmlReply } from '../http/reply.ts'
import type { Handler, S3Request } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import type { Storage } from '../store/storage.ts'
import type { MultipartUpload } from '../store/upload-table.ts'
import { element } from '../xml/xml-element.ts'
import { readKeyEncoding, readPageSize } from './list-entries.ts'
import { toObjectHeaders } from './object-headers.ts'

/** The open upload that a request names. @throws S3Error `NoSuchUpload` */
export function findUpload(storage: Storage, { bucket, key, query }: S3Request): MultipartUpload {
  const upload = storage.uploads.find({ bucket, key }, query.get('uploadId') ?? '')
  if (!upload) throw new S3Error('NoSuchUpload')
  return upload
}

export const createMultipartUpload: Handler = async (request, { storage }) => {
  const { bucket, key, headers } = request
  await receiveText(request, 1024)
  storage.buckets.get(bucket)
  const uploadId = storage.uploads.create({ bucket, key }, toObjectHeaders(headers))
  return xmlReply(
    element('InitiateMultipartUploadResult', [
      element('Bucket', bucket),
      element('Key', key),
      element('UploadId', uploadId),
    ]),
  )
}

export const abortMultipartUpload: Handler = async (request, { storage }) => {
  const { id } = findUpload(storage, request)
  await storage.blobs.remove(storage.uploads.remove(id))
  return emptyReply(204)
}

export const listMultipartUploads: Handler = ({ bucket, query }, { storage }) => {
  storage.buckets.get(bucket)
  const prefix = query.get('prefix') ?? ''
  const after = { key: query.get('key-marker') ?? '', id: query.get('upload-id-marker') ?? '' }
  const found = storage.uploads.list(bucket, after).filter(({ key }) => key.startsWith(prefix))
  const pageSize = readPageSize(query, 'max-uploads')
  const page = found.slice(0, pageSize)
  const last = found.length > pageSize ? page.at(-1) : undefined
  const encodeKey = readKeyEncoding(query)
  return xmlReply(
    element('ListMultipartUploadsResult', [
      element('Bucket', bucket),
      element('IsTruncated', last !== undefined),
      ...(last ? [element('NextKeyMarker', encodeKey(last.key)), element('NextUploadIdMarker', last.id)] : []),
      ...page.map(({ id, key, createdAtMs }) =>
        element('Upload', [
          element('Key', encodeKey(key)),
          element('UploadId', id),
          element('Initiated', new Date(createdAtMs).toISOString()),
        ]),
      ),
    ]),
  )
}

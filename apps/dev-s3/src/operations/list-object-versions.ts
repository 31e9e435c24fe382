import { xmlReply } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import type { StoredObject } from '../store/stored-object.ts'
import { element, type XmlElement } from '../xml/xml-element.ts'
import { isBeforeInBytes, readKeyEncoding, readPageSize } from './list-entries.ts'

function toVersion(object: StoredObject, encodeKey: (key: string) => string): XmlElement {
  const content = [element('ETag', `"${object.etag}"`), element('Size', object.sizeBytes)]
  return element(object.isDeleteMarker ? 'DeleteMarker' : 'Version', [
    element('Key', encodeKey(object.key)),
    element('VersionId', object.versionId),
    element('IsLatest', object.isLatest),
    element('LastModified', new Date(object.modifiedAtMs).toISOString()),
    ...(object.isDeleteMarker ? [] : content),
  ])
}

export const listObjectVersions: Handler = ({ bucket, query }, { storage }) => {
  storage.buckets.get(bucket)
  if (query.get('delimiter')) throw new S3Error('NotImplemented', 'Versions are listed without a delimiter')
  const prefix = query.get('prefix') ?? ''
  const afterKey = query.get('key-marker') ?? ''
  const pageSize = readPageSize(query, 'max-keys')
  const start = { key: isBeforeInBytes(afterKey, prefix) ? prefix : afterKey, isInclusive: true }
  const marker = { key: afterKey, versionId: query.get('version-id-marker') ?? '' }
  const rows = storage.objects.versions(bucket, start, marker, pageSize + 1)
  const found = rows.filter(({ key }) => key.startsWith(prefix))
  const page = found.slice(0, pageSize)
  const last = found.length > pageSize ? page.at(-1) : undefined
  const encodeKey = readKeyEncoding(query)
  return xmlReply(
    element('ListVersionsResult', [
      element('Name', bucket),
      element('Prefix', encodeKey(prefix)),
      element('MaxKeys', pageSize),
      element('IsTruncated', last !== undefined),
      ...(last ? [element('NextKeyMarker', encodeKey(last.key)), element('NextVersionIdMarker', last.versionId)] : []),
      ...page.map((object) => toVersion(object, encodeKey)),
    ]),
  )
}

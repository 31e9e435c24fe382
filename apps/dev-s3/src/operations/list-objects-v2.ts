import { xmlReply } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import type { ObjectTable, ScanStart } from '../store/object-table.ts'
import type { StoredObject } from '../store/stored-object.ts'
import { element, type XmlElement } from '../xml/xml-element.ts'
import { isBeforeInBytes, readKeyEncoding, readPageSize } from './list-entries.ts'

interface PageQuery {
  readonly bucket: string
  readonly prefix: string
  readonly delimiter: string
  /** The page starts after this key. */
  readonly after: string
  readonly pageSize: number
}

interface Page {
  readonly objects: readonly StoredObject[]
  readonly commonPrefixes: readonly string[]
  /** Where the next page starts; undefined on the last one. */
  readonly next: string | undefined
}

/** Sorts behind every key with this prefix but those that go on with the very last code point. */
function endOfPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

function readToken(token: string): string {
  if (!/^[\w-]+$/.test(token)) throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect')
  return Buffer.from(token, 'base64url').toString()
}

function toCommonPrefix(key: string, { prefix, delimiter }: PageQuery): string | undefined {
  const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1
  return end < 0 ? undefined : key.slice(0, end + delimiter.length)
}

/** Walks visible objects in byte order and skips each common prefix with one seek. */
function collectPage(table: ObjectTable, query: PageQuery): Page {
  const { prefix, after, pageSize } = query
  const objects: StoredObject[] = []
  const commonPrefixes = new Set<string>()
  const next = (start: ScanStart): StoredObject | undefined => {
    const object = table.next(query.bucket, start)
    return object?.key.startsWith(prefix) ? object : undefined
  }
  let position = after
  let object = next(
    isBeforeInBytes(after, prefix) ? { key: prefix, isInclusive: true } : { key: after, isInclusive: false },
  )
  while (object && objects.length + commonPrefixes.size < pageSize) {
    const commonPrefix = toCommonPrefix(object.key, query)
    if (commonPrefix === undefined) objects.push(object)
    else if (!after.startsWith(commonPrefix)) commonPrefixes.add(commonPrefix)
    position = commonPrefix === undefined || commonPrefixes.has(position) ? object.key : endOfPrefix(commonPrefix)
    object = next({ key: position, isInclusive: false })
  }
  return { objects, commonPrefixes: [...commonPrefixes], next: object && position }
}

function toContents(object: StoredObject, encodeKey: (key: string) => string): XmlElement {
  return element('Contents', [
    element('Key', encodeKey(object.key)),
    element('LastModified', new Date(object.modifiedAtMs).toISOString()),
    element('ETag', `"${object.etag}"`),
    element('Size', object.sizeBytes),
    element('StorageClass', 'STANDARD'),
  ])
}

function toOptional(name: string, value: string | null | undefined): XmlElement[] {
  return value ? [element(name, value)] : []
}

function toResult(query: URLSearchParams, { bucket, prefix, delimiter, pageSize }: PageQuery, page: Page): XmlElement {
  const encodeKey = readKeyEncoding(query)
  return element('ListBucketResult', [
    element('Name', bucket),
    element('Prefix', encodeKey(prefix)),
    ...toOptional('Delimiter', encodeKey(delimiter)),
    ...toOptional('StartAfter', encodeKey(query.get('start-after') ?? '')),
    ...toOptional('EncodingType', query.get('encoding-type')),
    ...toOptional('ContinuationToken', query.get('continuation-token')),
    ...toOptional('NextContinuationToken', page.next && Buffer.from(page.next).toString('base64url')),
    element('MaxKeys', pageSize),
    element('KeyCount', page.objects.length + page.commonPrefixes.length),
    element('IsTruncated', page.next !== undefined),
    ...page.objects.map((object) => toContents(object, encodeKey)),
    ...page.commonPrefixes.map((commonPrefix) =>
      element('CommonPrefixes', [element('Prefix', encodeKey(commonPrefix))]),
    ),
  ])
}

export const listObjectsV2: Handler = ({ bucket, query }, { storage }) => {
  storage.buckets.get(bucket)
  if (query.get('list-type') !== '2') throw new S3Error('NotImplemented')
  const token = query.get('continuation-token')
  const pageQuery = {
    bucket,
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    after: token === null ? (query.get('start-after') ?? '') : readToken(token),
    pageSize: readPageSize(query, 'max-keys'),
  }
  return xmlReply(toResult(query, pageQuery, collectPage(storage.objects, pageQuery)))
}

import { checksumHeaders, emptyReply, type ReplyHeaders, versionHeader } from '../http/reply.ts'
import type { Handler, S3Request } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import { matchesEtag } from '../store/preconditions.ts'
import type { StoredObject } from '../store/stored-object.ts'
import { type ByteRange, parseByteRange } from './byte-range.ts'
import { findObject } from './find-object.ts'

const overridableHeaders = [
  'content-type',
  'content-disposition',
  'cache-control',
  'content-language',
  'content-encoding',
  'expires',
]

/** Stored files come from strangers: an SVG or HTML page opened from here must not run scripts. */
const contentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

/** `response-content-type` and its like, which S3 honours on signed requests only. */
function toOverrides({ query, isSigned }: S3Request): ReplyHeaders {
  if (!isSigned) return {}
  const overrides = overridableHeaders.map((name) => [name, query.get(`response-${name}`)] as const)
  return Object.fromEntries(overrides.filter((entry): entry is [string, string] => entry[1] !== null))
}

function toChecksumHeaders({ headers }: S3Request, object: StoredObject, range: ByteRange | undefined): ReplyHeaders {
  const isWanted = String(headers['x-amz-checksum-mode']).toUpperCase() === 'ENABLED'
  if (!isWanted || range || Object.keys(object.checksums).length === 0) return {}
  return { ...checksumHeaders(object.checksums), 'x-amz-checksum-type': 'FULL_OBJECT' }
}

function validatorHeaders(object: StoredObject): ReplyHeaders {
  return { etag: `"${object.etag}"`, 'last-modified': new Date(object.modifiedAtMs).toUTCString() }
}

function toHeaders(request: S3Request, object: StoredObject, range: ByteRange | undefined): ReplyHeaders {
  const length = range ? range.end - range.start + 1 : object.sizeBytes
  return {
    'content-type': 'binary/octet-stream',
    ...object.headers,
    ...validatorHeaders(object),
    ...versionHeader(object.versionId),
    ...toChecksumHeaders(request, object, range),
    ...toOverrides(request),
    'accept-ranges': 'bytes',
    'content-security-policy': contentSecurityPolicy,
    'content-length': String(length),
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${object.sizeBytes}` }),
  }
}

/** GetObject and HeadObject. */
export const readObject: Handler = (request, { storage }) => {
  const { bucket, key, headers, query } = request
  storage.buckets.get(bucket)
  const object = findObject(storage.objects, { bucket, key }, query.get('versionId'))
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers
  if (ifMatch !== undefined && !matchesEtag(ifMatch, object)) throw new S3Error('PreconditionFailed')
  if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, object)) return emptyReply(304, validatorHeaders(object))
  const range = parseByteRange(headers.range, object.sizeBytes)
  const isBodyWanted = request.method === 'GET' && object.sizeBytes > 0
  return {
    status: range ? 206 : 200,
    headers: toHeaders(request, object, range),
    body: isBodyWanted ? storage.blobs.read(object.blob, range) : '',
  }
}

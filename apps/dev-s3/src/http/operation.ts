import type { IncomingHttpHeaders } from 'node:http'

const serviceAndBucketOperations = [
  ['GET', 'location', 'GetBucketLocation'],
  ['GET', 'cors', 'GetBucketCors'],
  ['PUT', 'cors', 'PutBucketCors'],
  ['DELETE', 'cors', 'DeleteBucketCors'],
  ['GET', 'policy', 'GetBucketPolicy'],
  ['PUT', 'policy', 'PutBucketPolicy'],
  ['DELETE', 'policy', 'DeleteBucketPolicy'],
  ['GET', 'lifecycle', 'GetBucketLifecycleConfiguration'],
  ['PUT', 'lifecycle', 'PutBucketLifecycleConfiguration'],
  ['DELETE', 'lifecycle', 'DeleteBucketLifecycle'],
  ['GET', 'versioning', 'GetBucketVersioning'],
  ['PUT', 'versioning', 'PutBucketVersioning'],
  ['GET', 'uploads', 'ListMultipartUploads'],
  ['GET', 'versions', 'ListObjectVersions'],
  ['GET', 'list-type', 'ListObjectsV2'],
  ['POST', 'delete', 'DeleteObjects'],
  ['PUT', undefined, 'CreateBucket'],
  ['HEAD', undefined, 'HeadBucket'],
  ['DELETE', undefined, 'DeleteBucket'],
] as const

const objectOperations = [
  ['POST', 'uploads', 'CreateMultipartUpload'],
  ['PUT', 'uploadId', 'UploadPart'],
  ['GET', 'uploadId', 'ListParts'],
  ['POST', 'uploadId', 'CompleteMultipartUpload'],
  ['DELETE', 'uploadId', 'AbortMultipartUpload'],
  ['GET', 'tagging', 'GetObjectTagging'],
  ['PUT', 'tagging', 'PutObjectTagging'],
  ['DELETE', 'tagging', 'DeleteObjectTagging'],
  ['PUT', undefined, 'PutObject'],
  ['GET', undefined, 'GetObject'],
  ['HEAD', undefined, 'HeadObject'],
  ['DELETE', undefined, 'DeleteObject'],
] as const

/** What a request wants, in S3's own names; `Preflight` is a browser's OPTIONS request. */
export type Operation =
  | (typeof serviceAndBucketOperations)[number][2]
  | (typeof objectOperations)[number][2]
  | 'ListBuckets'
  | 'CopyObject'
  | 'PostObject'
  | 'Preflight'

/** A plain PUT, GET, HEAD or DELETE means something else when one of these is in the query. */
const subresources = new Set(
  (
    'accelerate acl analytics attributes cors delete encryption intelligent-tiering inventory legal-hold lifecycle ' +
    'location logging metrics notification object-lock ownershipControls partNumber policy policyStatus ' +
    'publicAccessBlock replication requestPayment restore retention select session tagging torrent uploadId uploads ' +
    'versioning versions website'
  ).split(' '),
)

type OperationRow = readonly [method: string, parameter: string | undefined, operation: Operation]

function findOperation(rows: readonly OperationRow[], method: string, query: URLSearchParams): Operation | undefined {
  const hasSubresource = [...query.keys()].some((name) => subresources.has(name))
  const matches = ([rowMethod, parameter]: OperationRow): boolean =>
    rowMethod === method && (parameter === undefined ? !hasSubresource : query.has(parameter))
  return rows.find(matches)?.[2]
}

export interface OperationSource {
  readonly method: string
  readonly bucket: string
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
}

function toObjectOperation({ method, query, headers }: OperationSource): Operation | undefined {
  const operation = findOperation(objectOperations, method, query)
  if (headers['x-amz-copy-source'] === undefined) return operation
  return operation === 'PutObject' ? 'CopyObject' : undefined
}

/** Names the operation; undefined for what this server does not do. */
export function toOperation(request: OperationSource): Operation | undefined {
  const { method, bucket, key, query, headers } = request
  if (method === 'OPTIONS') return 'Preflight'
  if (!bucket) return method === 'GET' ? 'ListBuckets' : undefined
  if (key) return toObjectOperation(request)
  const isForm = method === 'POST' && (headers['content-type'] ?? '').startsWith('multipart/form-data')
  return isForm ? 'PostObject' : findOperation(serviceAndBucketOperations, method, query)
}

import { S3Error } from '../s3-error.ts'
import { encodeUriPath } from '../uri-encode.ts'

const maxPageSize = 1000

/** Reads a page size such as `max-keys`; S3 never gives more than 1000. */
export function readPageSize(query: URLSearchParams, name: string): number {
  const size = Number(query.get(name) ?? maxPageSize)
  if (!Number.isInteger(size) || size < 0) throw new S3Error('InvalidArgument', `${name} must be an integer`)
  return Math.min(size, maxPageSize)
}

/** How keys are written: `encoding-type=url` lets a client read keys that XML cannot carry. */
export function readKeyEncoding(query: URLSearchParams): (key: string) => string {
  return query.get('encoding-type') === 'url' ? encodeUriPath : (key) => key
}

export function isBeforeInBytes(left: string, right: string): boolean {
  return Buffer.compare(Buffer.from(left), Buffer.from(right)) < 0
}

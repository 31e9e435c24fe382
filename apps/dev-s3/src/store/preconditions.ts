import { S3Error } from '../s3-error.ts'
import type { StoredObject } from './stored-object.ts'

export interface Preconditions {
  readonly ifMatch?: string | undefined
  readonly ifNoneMatch?: string | undefined
}

/** Whether an If-Match or If-None-Match value means this object; quotes are optional, as on S3. */
export function matchesEtag(condition: string, object: StoredObject): boolean {
  return condition === '*' || condition.replace(/^W\//, '').replaceAll('"', '') === object.etag
}

/** Checks If-Match against the visible object. @throws S3Error `NoSuchKey` or `PreconditionFailed` */
export function assertIfMatch(ifMatch: string | undefined, current: StoredObject | undefined): void {
  if (ifMatch === undefined) return
  if (!current || current.isDeleteMarker) throw new S3Error('NoSuchKey')
  if (!matchesEtag(ifMatch, current)) throw new S3Error('PreconditionFailed', 'If-Match did not hold')
}

/** Checks both conditions of a write. S3 knows only `*` for If-None-Match there. */
export function assertWritable(conditions: Preconditions, current: StoredObject | undefined): void {
  assertIfMatch(conditions.ifMatch, current)
  if (conditions.ifNoneMatch === undefined) return
  if (conditions.ifNoneMatch !== '*') throw new S3Error('NotImplemented', 'If-None-Match takes only *')
  if (current && !current.isDeleteMarker) throw new S3Error('PreconditionFailed', 'If-None-Match did not hold')
}

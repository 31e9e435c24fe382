import { randomBytes } from 'node:crypto'
import type { Bucket } from './bucket-store.ts'

/** A fresh id in a versioned bucket; else `null`, which replaces the version of that name. */
export function newVersionId(bucket: Bucket): string {
  return bucket.versioning === 'Enabled' ? randomBytes(16).toString('hex') : 'null'
}

import { HeadBucketCommand, HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import type { ObjectPresence } from '../object-storage.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { readErrorStatus } from './s3-error.ts'

/**
 * Whether the object is there. A 404 is only believed where the bucket itself answers (HEAD does not tell a missing
 * bucket from a missing key) and where no delete marker made it: that one hides bytes which are still stored.
 */
export async function readPresence(bucket: S3Bucket, key: string): Promise<ObjectPresence> {
  try {
    await bucket.client.send(new HeadObjectCommand({ Bucket: bucket.name, Key: key }), bucket.within())
    return 'present'
  } catch (error) {
    if (readErrorStatus(error) !== 404 || isDeleteMarker(error)) return 'unknown'
    return (await hasBucket(bucket)) ? 'absent' : 'unknown'
  }
}

async function hasBucket(bucket: S3Bucket): Promise<boolean> {
  try {
    await bucket.client.send(new HeadBucketCommand({ Bucket: bucket.name }), bucket.within())
    return true
  } catch {
    return false
  }
}

function isDeleteMarker(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false
  return error.$response?.headers['x-amz-delete-marker'] === 'true'
}

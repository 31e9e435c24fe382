import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import type { PresignedUpload } from '../object-storage.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { toStorageError } from './s3-error.ts'

/** A form that takes exactly this key and type, one byte at least and `maxBytes` at most. */
export async function presignUpload(
  bucket: S3Bucket,
  { key, mime, maxBytes, expiresInMs }: { key: string; mime: string; maxBytes: number; expiresInMs: number },
): Promise<PresignedUpload> {
  try {
    return await createPresignedPost(bucket.client, {
      Bucket: bucket.name,
      Key: key,
      Expires: Math.ceil(expiresInMs / 1000),
      Fields: { 'Content-Type': mime },
      Conditions: [
        ['eq', '$Content-Type', mime],
        ['content-length-range', 1, maxBytes],
      ],
    })
  } catch (error) {
    throw toStorageError(error, `sign an upload of ${key}`)
  }
}

import { ListMultipartUploadsCommand, type ListMultipartUploadsCommandOutput } from '@aws-sdk/client-s3'
import type { IncompleteUpload } from '../object-storage.ts'
import { decodeKey } from './key-encoding.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { toStorageError } from './s3-error.ts'

/** Uploads in parts under a prefix that nobody has completed or aborted: bytes that no listing shows. */
export async function listIncompleteUploads(bucket: S3Bucket, prefix: string): Promise<IncompleteUpload[]> {
  const uploads: IncompleteUpload[] = []
  for (let after: { KeyMarker?: string; UploadIdMarker?: string } | null = {}; after !== null;) {
    const command = new ListMultipartUploadsCommand({
      Bucket: bucket.name,
      Prefix: prefix,
      EncodingType: 'url',
      ...after,
    })
    const reply: ListMultipartUploadsCommandOutput = await bucket.client
      .send(command, bucket.within())
      .catch((error: unknown) => {
        throw toStorageError(error, `list incomplete uploads under ${prefix}`)
      })
    for (const { Key, Initiated } of reply.Uploads ?? []) {
      uploads.push({ key: decodeKey(Key, reply.EncodingType), startedAt: (Initiated ?? new Date(0)).toISOString() })
    }
    const { NextKeyMarker, NextUploadIdMarker, IsTruncated } = reply
    after =
      IsTruncated && NextKeyMarker !== undefined
        ? {
            KeyMarker: decodeKey(NextKeyMarker, reply.EncodingType),
            ...(NextUploadIdMarker !== undefined && { UploadIdMarker: NextUploadIdMarker }),
          }
        : null
  }
  return uploads
}

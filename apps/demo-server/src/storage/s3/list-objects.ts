import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { StorageError, type StoredObject } from '../object-storage.ts'
import { decodeKey } from './key-encoding.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { toStorageError } from './s3-error.ts'

export async function listObjects(
  bucket: S3Bucket,
  { prefix, cursor, limit }: { prefix: string; cursor: string | null; limit: number },
): Promise<{ objects: StoredObject[]; nextCursor: string | null }> {
  if (!prefix.endsWith('/')) throw new StorageError(`The prefix "${prefix}" does not end in "/": it may match others.`)
  const command = new ListObjectsV2Command({
    Bucket: bucket.name,
    Prefix: prefix,
    MaxKeys: limit,
    EncodingType: 'url',
    ...(cursor !== null && { ContinuationToken: cursor }),
  })
  const reply = await bucket.client.send(command, bucket.within()).catch((error: unknown) => {
    throw toStorageError(error, `list ${prefix}`)
  })
  const objects = (reply.Contents ?? []).map((entry) => ({
    key: decodeKey(entry.Key, reply.EncodingType),
    sizeBytes: entry.Size ?? 0,
    lastModifiedAt: (entry.LastModified ?? new Date(0)).toISOString(),
  }))
  return { objects, nextCursor: reply.IsTruncated ? (reply.NextContinuationToken ?? null) : null }
}

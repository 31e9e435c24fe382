import type { ObjectStorage } from '../object-storage.ts'
import { deleteBatchSize, deleteMany } from './delete-many.ts'
import { listIncompleteUploads } from './list-incomplete-uploads.ts'
import { listObjects } from './list-objects.ts'
import { presignUpload } from './presign-upload.ts'
import { readObject } from './read-object.ts'
import { readPresence } from './read-presence.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { writeObject } from './write-object.ts'

/** The storage port on a bucket of S3 or of a store that speaks its protocol. */
export function createS3Storage(bucket: S3Bucket): ObjectStorage {
  return {
    deleteBatchSize,
    presignUpload: (request) => presignUpload(bucket, request),
    read: (key, options) => readObject(bucket, key, options),
    write: (key, bytes, options) => writeObject(bucket, key, bytes, options),
    deleteMany: (keys) => deleteMany(bucket, keys),
    head: (key) => readPresence(bucket, key),
    list: (request) => listObjects(bucket, request),
    listIncompleteUploads: (prefix) => listIncompleteUploads(bucket, prefix),
  }
}

import type { Operation } from '../http/operation.ts'
import type { Handler } from '../http/s3-request.ts'
import {
  deleteBucketDocument,
  getBucketDocument,
  getBucketVersioning,
  putBucketDocument,
  putBucketVersioning,
} from './bucket-documents.ts'
import { createBucket, deleteBucket, getBucketLocation, headBucket, listBuckets } from './buckets.ts'
import { completeMultipartUpload } from './complete-multipart-upload.ts'
import { copyObject } from './copy-object.ts'
import { deleteObject } from './delete-object.ts'
import { deleteObjects } from './delete-objects.ts'
import { listObjectVersions } from './list-object-versions.ts'
import { listObjectsV2 } from './list-objects-v2.ts'
import { abortMultipartUpload, createMultipartUpload, listMultipartUploads } from './multipart-uploads.ts'
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './object-tagging.ts'
import { postObject } from './post-object.ts'
import { putObject } from './put-object.ts'
import { readObject } from './read-object.ts'
import { listParts, uploadPart } from './upload-parts.ts'

/** Every operation has its handler here; a browser's preflight is answered from the CORS rules alone. */
export const handlers: Record<Exclude<Operation, 'Preflight'>, Handler> = {
  ListBuckets: listBuckets,
  CreateBucket: createBucket,
  HeadBucket: headBucket,
  DeleteBucket: deleteBucket,
  GetBucketLocation: getBucketLocation,
  GetBucketCors: getBucketDocument('cors'),
  PutBucketCors: putBucketDocument('cors'),
  DeleteBucketCors: deleteBucketDocument('cors'),
  GetBucketPolicy: getBucketDocument('policy'),
  PutBucketPolicy: putBucketDocument('policy'),
  DeleteBucketPolicy: deleteBucketDocument('policy'),
  GetBucketLifecycleConfiguration: getBucketDocument('lifecycle'),
  PutBucketLifecycleConfiguration: putBucketDocument('lifecycle'),
  DeleteBucketLifecycle: deleteBucketDocument('lifecycle'),
  GetBucketVersioning: getBucketVersioning,
  PutBucketVersioning: putBucketVersioning,
  ListObjectsV2: listObjectsV2,
  ListObjectVersions: listObjectVersions,
  ListMultipartUploads: listMultipartUploads,
  DeleteObjects: deleteObjects,
  PostObject: postObject,
  PutObject: putObject,
  CopyObject: copyObject,
  GetObject: readObject,
  HeadObject: readObject,
  DeleteObject: deleteObject,
  GetObjectTagging: getObjectTagging,
  PutObjectTagging: putObjectTagging,
  DeleteObjectTagging: deleteObjectTagging,
  CreateMultipartUpload: createMultipartUpload,
  UploadPart: uploadPart,
  ListParts: listParts,
  CompleteMultipartUpload: completeMultipartUpload,
  AbortMultipartUpload: abortMultipartUpload,
}

import { receiveText } from '../body/receive-body.ts'
import { emptyReply, xmlReply } from '../http/reply.ts'
import type { Handler } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import { element } from '../xml/xml-element.ts'

const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

export const listBuckets: Handler = (_request, { storage }) => {
  const buckets = storage.buckets
    .list()
    .map(({ name, createdAtMs }) =>
      element('Bucket', [element('Name', name), element('CreationDate', new Date(createdAtMs).toISOString())]),
    )
  return xmlReply(
    element('ListAllMyBucketsResult', [element('Owner', [element('ID', '0')]), element('Buckets', buckets)]),
  )
}

export const createBucket: Handler = async (request, { storage }) => {
  await receiveText(request, 65_536)
  if (!bucketName.test(request.bucket)) throw new S3Error('InvalidBucketName')
  if (!storage.buckets.create(request.bucket)) throw new S3Error('BucketAlreadyOwnedByYou')
  return emptyReply(200, { location: `/${request.bucket}` })
}

export const headBucket: Handler = ({ bucket }, { storage, credentials }) => {
  storage.buckets.get(bucket)
  return emptyReply(200, { 'x-amz-bucket-region': credentials.region })
}

export const deleteBucket: Handler = ({ bucket }, { storage }) => {
  storage.buckets.get(bucket)
  storage.buckets.remove(bucket)
  return emptyReply(204)
}

export const getBucketLocation: Handler = ({ bucket }, { storage, credentials }) => {
  storage.buckets.get(bucket)
  return xmlReply(element('LocationConstraint', credentials.region))
}

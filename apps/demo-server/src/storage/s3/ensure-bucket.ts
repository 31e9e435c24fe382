import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3'
import type { S3Bucket } from './s3-bucket.ts'
import { readErrorStatus, toStorageError } from './s3-error.ts'

export interface BucketNeeds {
  /** Everybody may read below it; it ends in `/`. */
  readonly publicPrefix: string
  /** Origins whose pages send forms to the bucket and read pictures of it. */
  readonly corsOrigins: readonly string[]
  /** Sets an existing bucket up as well, replacing its policy and CORS rules. */
  readonly mayReplaceSetup: boolean
}

/** Creates the bucket where it is missing. A bucket that was there keeps its set-up unless `mayReplaceSetup`. */
export async function ensureBucket(bucket: S3Bucket, needs: BucketNeeds): Promise<'created' | 'existing'> {
  try {
    const isNew = !(await hasBucket(bucket))
    if (isNew) await bucket.client.send(new CreateBucketCommand({ Bucket: bucket.name }), bucket.within())
    if (isNew || needs.mayReplaceSetup) await setUp(bucket, needs)
    return isNew ? 'created' : 'existing'
  } catch (error) {
    throw toStorageError(error, `set up the bucket "${bucket.name}"`)
  }
}

async function hasBucket(bucket: S3Bucket): Promise<boolean> {
  try {
    await bucket.client.send(new HeadBucketCommand({ Bucket: bucket.name }), bucket.within())
    return true
  } catch (error) {
    if (readErrorStatus(error) === 404) return false
    throw error
  }
}

async function setUp(bucket: S3Bucket, { publicPrefix, corsOrigins }: BucketNeeds): Promise<void> {
  const Resource = `arn:aws:s3:::${bucket.name}/${publicPrefix}*`
  const statement = { Sid: 'PublicPictures', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  await bucket.client.send(new PutBucketPolicyCommand({ Bucket: bucket.name, Policy }), bucket.within())
  if (corsOrigins.length === 0) return
  const rule = {
    AllowedOrigins: [...corsOrigins],
    AllowedMethods: ['GET', 'HEAD', 'POST'],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag'],
    MaxAgeSeconds: 600,
  }
  const CORSConfiguration = { CORSRules: [rule] }
  await bucket.client.send(new PutBucketCorsCommand({ Bucket: bucket.name, CORSConfiguration }), bucket.within())
}

import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetBucketCorsCommand,
  GetBucketLifecycleConfigurationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'

conforms('HeadBucket finds a bucket', async ({ client, bucket: Bucket }) => {
  expect(await outcome(client.send(new HeadBucketCommand({ Bucket })))).toBe('OK')
})

conforms('HeadBucket of a missing bucket is NotFound', async ({ client, bucket }) => {
  expect(await outcome(client.send(new HeadBucketCommand({ Bucket: `${bucket}x` })))).toBe('NotFound/404')
})

conforms('ListBuckets names a bucket', async ({ client, bucket }) => {
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}))
  expect(Buckets.map(({ Name }) => Name)).toContain(bucket)
})

conforms('a bucket keeps its CORS rules', async ({ client, bucket: Bucket }) => {
  const AllowedOrigins = ['http://127.0.0.1:5173']
  const CORSRules = [{ AllowedOrigins, AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'], ExposeHeaders: ['ETag'] }]
  await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }))
  const stored = await client.send(new GetBucketCorsCommand({ Bucket }))
  expect(stored.CORSRules?.[0]?.AllowedOrigins).toEqual(AllowedOrigins)
})

conforms('a bucket keeps its lifecycle rules', async ({ client, bucket: Bucket }) => {
  const rule = {
    ID: 'temporary',
    Status: 'Enabled' as const,
    Filter: { Prefix: 'tmp/' },
    Expiration: { Days: 1 },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
  }
  await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [rule] } }))
  const { Rules = [] } = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))
  expect(Rules.map(({ ID }) => ID)).toEqual(['temporary'])
})

conforms('a bucket is deleted when it is empty, not before', async ({ client, bucket }) => {
  const Bucket = `${bucket}-full`
  await client.send(new CreateBucketCommand({ Bucket }))
  const Body = Buffer.from('x')
  await Promise.all(['one', 'two'].map((Key) => client.send(new PutObjectCommand({ Bucket, Key, Body }))))
  expect(await outcome(client.send(new DeleteBucketCommand({ Bucket })))).toBe('BucketNotEmpty/409')
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
  const Objects = Contents.map(({ Key }) => ({ Key }))
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  expect(await outcome(client.send(new DeleteBucketCommand({ Bucket })))).toBe('OK')
  expect(await outcome(client.send(new HeadBucketCommand({ Bucket })))).toBe('NotFound/404')
})

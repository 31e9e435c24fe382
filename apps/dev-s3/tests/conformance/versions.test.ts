import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'

async function put(client: S3Client, Bucket: string, content: string): Promise<string> {
  const { VersionId = '' } = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: Buffer.from(content) }))
  return VersionId
}

async function read(client: S3Client, Bucket: string): Promise<string | undefined> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'k' }))
  return await Body?.transformToString()
}

conforms('a versioned bucket keeps versions and undoes a delete', async ({ client, bucket }) => {
  const Bucket = `${bucket}-versioned`
  await client.send(new CreateBucketCommand({ Bucket }))
  const VersioningConfiguration = { Status: 'Enabled' as const }
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }))
  const first = await put(client, Bucket, 'one')
  const second = await put(client, Bucket, 'two')
  expect(new Set([first, second, '']).size).toBe(3)

  const marker = await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }))
  expect(marker.DeleteMarker).toBe(true)
  expect(await outcome(read(client, Bucket))).toBe('NoSuchKey/404')
  const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }))
  expect(Versions.map(({ VersionId }) => VersionId)).toEqual([second, first])
  expect(DeleteMarkers.map(({ VersionId }) => VersionId)).toEqual([marker.VersionId])

  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: marker.VersionId }))
  expect(await read(client, Bucket)).toBe('two')
  const Objects = Versions.map(({ VersionId }) => ({ Key: 'k', VersionId }))
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  const left = await client.send(new ListObjectVersionsCommand({ Bucket }))
  expect(left.Versions ?? []).toEqual([])
  expect(await outcome(client.send(new DeleteBucketCommand({ Bucket })))).toBe('OK')
})

conforms('versions are listed in pages', async ({ client, bucket }) => {
  const Bucket = `${bucket}-paged`
  await client.send(new CreateBucketCommand({ Bucket }))
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  const written = [
    await put(client, Bucket, 'one'),
    await put(client, Bucket, 'two'),
    await put(client, Bucket, 'three'),
  ]
  const first = await client.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 2 }))
  const second = await client.send(
    new ListObjectVersionsCommand({
      Bucket,
      KeyMarker: first.NextKeyMarker,
      VersionIdMarker: first.NextVersionIdMarker,
    }),
  )
  const listed = [...(first.Versions ?? []), ...(second.Versions ?? [])]
  expect(listed.map(({ VersionId }) => VersionId)).toEqual(written.toReversed())
  const Objects = listed.map(({ VersionId }) => ({ Key: 'k', VersionId }))
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  await client.send(new DeleteBucketCommand({ Bucket }))
})

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { listBlobs, listFiles } from '../fixture/blob-files.ts'
import { outcome } from '../fixture/outcome.ts'
import { startOwnServer } from '../fixture/own-server.ts'

const Bucket = 'b'

async function startUpload(client: S3Client, Key: string) {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const { ETag } = await client.send(
    new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: Buffer.from('part') }),
  )
  return { Bucket, Key, UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } }
}

test('an overwritten object leaves one file, a deleted one none', async () => {
  const { client, dataDir } = await startOwnServer()
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: Buffer.from('one') }))
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: Buffer.from('two') }))
  expect(await listBlobs(dataDir)).toHaveLength(1)
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }))
  expect(await listBlobs(dataDir)).toEqual([])
})

test('a copy shares the file, which goes with the last of them', async () => {
  const { client, dataDir } = await startOwnServer()
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: Buffer.from('one') }))
  await client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: 'b/k' }))
  expect(await listBlobs(dataDir)).toHaveLength(1)
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }))
  expect(await listBlobs(dataDir)).toHaveLength(1)
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }))
  expect(await listBlobs(dataDir)).toEqual([])
})

test('a refused body leaves no file', async () => {
  const { client, dataDir } = await startOwnServer({ maxObjectBytes: 10 })
  const put = (Body: Buffer, options = {}) =>
    outcome(client.send(new PutObjectCommand({ Bucket, Key: 'k', Body, ...options })))
  expect(await put(Buffer.alloc(11))).toBe('EntityTooLarge/400')
  expect(await put(Buffer.alloc(10), { ChecksumCRC32: 'AAAAAA==' })).toBe('BadDigest/400')
  expect(await put(Buffer.alloc(10), { IfMatch: 'x' })).toBe('NoSuchKey/404')
  expect(await listBlobs(dataDir)).toEqual([])
})

test('of two racing completions one wins, and only its file is left', async () => {
  const { client, dataDir } = await startOwnServer()
  const upload = await startUpload(client, 'k')
  const complete = () => outcome(client.send(new CompleteMultipartUploadCommand(upload)))
  expect((await Promise.all([complete(), complete()])).toSorted()).toEqual(['NoSuchUpload/404', 'OK'])
  expect(await listBlobs(dataDir)).toHaveLength(1)
})

test('an upload is either completed or aborted', async () => {
  const { client, dataDir } = await startOwnServer()
  const upload = await startUpload(client, 'k')
  const results = await Promise.all([
    outcome(client.send(new CompleteMultipartUploadCommand(upload))),
    outcome(client.send(new AbortMultipartUploadCommand(upload))),
  ])
  expect(results.filter((result) => result === 'OK')).toHaveLength(1)
  expect(await listBlobs(dataDir)).toHaveLength(results[0] === 'OK' ? 1 : 0)
})

test('a reader gets all bytes of an object that is deleted meanwhile', async () => {
  const { client } = await startOwnServer()
  const content = Buffer.alloc(8 * 2 ** 20, 'x')
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: content }))
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'k' }))
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }))
  expect(content.equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true)
})

test('no key leads out of the data folder', async () => {
  const { client, dataDir } = await startOwnServer()
  const keys = ['../../escape', '/etc/escape', 'a/../../../escape', '..', '.', 'c:\\escape', '\u0000']
  await Promise.all(
    keys.map((Key) => outcome(client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from(Key) })))),
  )
  const strangers = (await listFiles(dataDir)).filter(
    (file) => !/^(blobs\/..\/[\w-]{36}|(meta|lock)\.db(-\w+)?|pid)$/.test(file),
  )
  expect(strangers).toEqual([])
  expect(await listFiles(`${dataDir}/..`)).not.toContain('escape')
})

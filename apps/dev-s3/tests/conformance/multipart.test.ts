import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body, type S3Fixture } from '../fixture/s3-fixture.ts'

const partSize = 5 * 2 ** 20

async function openUploadIds({ client, bucket: Bucket }: S3Fixture, Prefix: string) {
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix }))
  return Uploads.map(({ UploadId }) => UploadId)
}

async function startUpload({ client, bucket: Bucket }: S3Fixture, Key: string) {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const address = { Bucket, Key, UploadId }
  const part = await client.send(new UploadPartCommand({ ...address, PartNumber: 1, Body: body }))
  return { address, etag: part.ETag }
}

conforms('a stream of 17 MB is uploaded in parts', async ({ client, bucket: Bucket, bytes, head }) => {
  const content = randomBytes(17 * 2 ** 20)
  const slices = Array.from({ length: 17 * 16 }, (_, index) => content.subarray(index * 65_536, (index + 1) * 65_536))
  const params = { Bucket, Key: 'large.bin', Body: Readable.from(slices), ContentType: 'image/x' }
  await new Upload({ client, params, partSize, queueSize: 3 }).done()
  expect((await bytes('large.bin')).equals(content)).toBe(true)
  expect(await head('large.bin')).toMatchObject({
    ContentType: 'image/x',
    ContentLength: content.length,
    // The number of parts is in it.
    ETag: expect.stringMatching(/-4"?$/),
  })
})

conforms(
  'CompleteMultipartUpload answers with the ETag of the object',
  async (s3) => {
    const { address, etag } = await startUpload(s3, 'etag.bin')
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag: etag }] }
    const { ETag } = await s3.client.send(new CompleteMultipartUploadCommand({ ...address, MultipartUpload }))
    expect(ETag).toBe((await s3.head('etag.bin')).ETag)
  },
  { radosgw: 'Ceph 16 leaves the ETag of this answer empty' },
)

conforms('a small stream of unknown length is uploaded', async ({ client, bucket: Bucket, bytes }) => {
  await new Upload({ client, params: { Bucket, Key: 'small.bin', Body: Readable.from([body]) } }).done()
  expect(await bytes('small.bin')).toEqual(body)
})

conforms('an upload is listed with its parts until it is completed', async (s3) => {
  const { address, etag } = await startUpload(s3, 'complete.bin')
  expect(await openUploadIds(s3, 'complete.bin')).toEqual([address.UploadId])
  const { Parts = [] } = await s3.client.send(new ListPartsCommand(address))
  expect(Parts.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([[1, body.length]])
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag: etag }] }
  await s3.client.send(new CompleteMultipartUploadCommand({ ...address, MultipartUpload }))
  expect(await openUploadIds(s3, 'complete.bin')).toEqual([])
  expect(await s3.bytes('complete.bin')).toEqual(body)
})

conforms('an aborted upload is gone and leaves no object', async (s3) => {
  const { address } = await startUpload(s3, 'abort.bin')
  expect(await openUploadIds(s3, 'abort.bin')).toEqual([address.UploadId])
  await s3.client.send(new AbortMultipartUploadCommand(address))
  expect(await openUploadIds(s3, 'abort.bin')).toEqual([])
  expect(await outcome(s3.head('abort.bin'))).toBe('NotFound/404')
})

conforms('a part that was never uploaded cannot be completed', async (s3) => {
  const { address } = await startUpload(s3, 'invalid.bin')
  const MultipartUpload = { Parts: [{ PartNumber: 2, ETag: `"${'0'.repeat(32)}"` }] }
  const call = s3.client.send(new CompleteMultipartUploadCommand({ ...address, MultipartUpload }))
  expect(await outcome(call)).toBe('InvalidPart/400')
})

conforms('abort() in flight leaves no object and no open upload', async (s3) => {
  const endless = new Readable({
    read() {
      setImmediate(() => this.push(Buffer.alloc(2 ** 20)))
    },
  })
  const params = { Bucket: s3.bucket, Key: 'in-flight.bin', Body: endless }
  const upload = new Upload({ client: s3.client, params, partSize, queueSize: 2 })
  upload.once('httpUploadProgress', () => void upload.abort())
  await expect(upload.done()).rejects.toThrow(/abort/i)
  endless.destroy()
  await expect.poll(() => openUploadIds(s3, 'in-flight.bin')).toEqual([])
  expect(await outcome(s3.head('in-flight.bin'))).toBe('NotFound/404')
})

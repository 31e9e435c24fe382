import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body } from '../fixture/s3-fixture.ts'

conforms(
  'a stream with a CRC32 trailer is stored without its framing',
  async ({ client, bucket: Bucket, bytes, head }) => {
    const Key = 'stream.bin'
    const content = randomBytes(3 * 2 ** 20 + 17)
    const Body = Readable.from([content.subarray(0, 1e6), content.subarray(1e6)])
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: content.length }))
    expect((await bytes(Key)).equals(content)).toBe(true)
    expect((await head(Key)).ContentEncoding ?? '').toBe('')
  },
  { radosgw: 'it wants a Content-Length for the framed body too (411)' },
)

conforms('a stream without checksums is stored as it is', async ({ plainClient, bucket: Bucket, bytes }) => {
  const content = randomBytes(2 ** 20 + 17)
  const Body = Readable.from([content])
  await plainClient.send(new PutObjectCommand({ Bucket, Key: 'plain.bin', Body, ContentLength: content.length }))
  expect((await bytes('plain.bin')).equals(content)).toBe(true)
})

conforms(
  'PutObject returns the CRC32 it has checked',
  async ({ put }) => {
    const { ChecksumCRC32 } = await put('sum.txt')
    expect(ChecksumCRC32).toBe('2os/zw==')
  },
  { radosgw: 'Ceph 16 knows no checksums' },
)

conforms(
  'GetObject returns the stored CRC32',
  async ({ put, client, bucket: Bucket }) => {
    await put('kept.txt')
    const { ChecksumCRC32 } = await client.send(
      new GetObjectCommand({ Bucket, Key: 'kept.txt', ChecksumMode: 'ENABLED' }),
    )
    expect(ChecksumCRC32).toBe('2os/zw==')
  },
  { radosgw: 'Ceph 16 knows no checksums' },
)

conforms(
  'a body whose CRC32 does not match is refused and not stored',
  async ({ put, head }) => {
    expect(await outcome(put('wrong-crc.txt', body, { ChecksumCRC32: 'AAAAAA==' }))).toBe('BadDigest/400')
    expect(await outcome(head('wrong-crc.txt'))).toBe('NotFound/404')
  },
  { radosgw: 'Ceph 16 knows no checksums' },
)

conforms('a body whose MD5 does not match is refused and not stored', async ({ put, head }) => {
  const ContentMD5 = createHash('md5').update('something else').digest('base64')
  expect(await outcome(put('wrong-md5.txt', body, { ContentMD5 }))).toMatch(/400$/)
  expect(await outcome(head('wrong-md5.txt'))).toBe('NotFound/404')
})

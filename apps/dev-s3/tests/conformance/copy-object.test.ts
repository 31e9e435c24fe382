import { CopyObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body } from '../fixture/s3-fixture.ts'

conforms(
  'CopyObject copies bytes and type from an encoded source',
  async ({ put, bytes, head, client, bucket: Bucket }) => {
    await put('source ü+.txt', body, { ContentType: 'text/x' })
    const CopySource = `${Bucket}/${encodeURIComponent('source ü+.txt')}`
    await client.send(new CopyObjectCommand({ Bucket, Key: 'copy.txt', CopySource }))
    expect(await bytes('copy.txt')).toEqual(body)
    expect(await head('copy.txt')).toMatchObject({ ContentType: 'text/x' })
  },
)

conforms('a copy outlives its source', async ({ put, remove, bytes, client, bucket: Bucket }) => {
  await put('original.txt')
  await client.send(new CopyObjectCommand({ Bucket, Key: 'heir.txt', CopySource: `${Bucket}/original.txt` }))
  await remove('original.txt')
  expect(await bytes('heir.txt')).toEqual(body)
})

conforms('CopyObject onto itself replaces metadata', async ({ put, head, client, bucket: Bucket }) => {
  const replacement = { MetadataDirective: 'REPLACE' as const, ContentType: 'text/y', Metadata: { n: '2' } }
  await put('self.txt')
  await client.send(
    new CopyObjectCommand({ Bucket, Key: 'self.txt', CopySource: `${Bucket}/self.txt`, ...replacement }),
  )
  expect(await head('self.txt')).toMatchObject({ ContentType: 'text/y', Metadata: { n: '2' } })
})

conforms('CopyObject of a missing source is NoSuchKey', async ({ client, bucket: Bucket }) => {
  const copy = client.send(new CopyObjectCommand({ Bucket, Key: 'nothing.txt', CopySource: `${Bucket}/missing` }))
  expect(await outcome(copy)).toBe('NoSuchKey/404')
})

import { DeleteObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'

function toObjects(keys: readonly string[]): { Key: string }[] {
  return keys.map((Key) => ({ Key }))
}

conforms('DeleteObject of a missing key succeeds', async ({ remove }) => {
  expect(await outcome(remove('never/was/here'))).toBe('OK')
})

conforms(
  'DeleteObject with a stale If-Match deletes nothing',
  async ({ put, head, client, bucket: Bucket }) => {
    const Key = 'guarded.txt'
    await put(Key)
    const call = client.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: `"${'0'.repeat(32)}"` }))
    expect(await outcome(call)).toBe('PreconditionFailed/412')
    expect(await outcome(head(Key))).toBe('OK')
  },
  { radosgw: 'Ceph 16 ignores conditions of a delete' },
)

conforms('DeleteObjects reports every key, missing ones too', async ({ put, head, client, bucket: Bucket }) => {
  const keys = ['d1', `d&<>'"2`, 'd 3 ü', 'never']
  await Promise.all(keys.slice(0, 3).map((key) => put(key)))
  const { Deleted = [], Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: toObjects(keys) } }),
  )
  expect(Deleted.map(({ Key = '' }) => Key).toSorted()).toEqual(keys.toSorted())
  expect(Errors).toEqual([])
  const heads = await Promise.all(keys.map((key) => outcome(head(key))))
  expect(heads).toEqual(keys.map(() => 'NotFound/404'))
})

conforms('a quiet DeleteObjects lists no deleted keys', async ({ put, head, client, bucket: Bucket }) => {
  await put('quiet')
  const answer = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Quiet: true, Objects: toObjects(['quiet']) } }),
  )
  expect(answer.Deleted ?? []).toEqual([])
  expect(await outcome(head('quiet'))).toBe('NotFound/404')
})

conforms('DeleteObjects accepts the one checksum of a client that sends no others', async (s3) => {
  await s3.put('plain')
  const Delete = { Objects: toObjects(['plain']) }
  expect(await outcome(s3.plainClient.send(new DeleteObjectsCommand({ Bucket: s3.bucket, Delete })))).toBe('OK')
  expect(await outcome(s3.head('plain'))).toBe('NotFound/404')
})

conforms('DeleteObjects refuses 1001 keys', async ({ client, bucket: Bucket }) => {
  const keys = Array.from({ length: 1001 }, (_, index) => `missing-${index}`)
  const call = client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: toObjects(keys) } }))
  expect(await outcome(call)).toMatch(/400$/)
})

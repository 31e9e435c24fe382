import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { Fault, Operation, RequestHook } from '@gallerist/dev-s3'
import { expect, test } from 'vitest'
import { outcome } from '../fixture/outcome.ts'
import { startOwnServer } from '../fixture/own-server.ts'

const Bucket = 'b'

function spoil(operation: Operation, fault: Fault): RequestHook {
  return (request) => (request.operation === operation ? fault : 'pass')
}

async function put(client: S3Client, ...names: string[]): Promise<void> {
  await Promise.all(names.map((Key) => client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from(Key) }))))
}

async function keys(client: S3Client): Promise<(string | undefined)[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
  return Contents.map(({ Key }) => Key)
}

function deleteAll(client: S3Client, ...names: string[]) {
  return client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: names.map((Key) => ({ Key })) } }))
}

function failTwo(key: string): string | undefined {
  return key === 'two' ? 'InternalError' : undefined
}

test('a hook sees every request and can count them', async () => {
  const seen: (string | undefined)[] = []
  const { client } = await startOwnServer({
    onRequest: ({ operation, bucket, key }) => {
      seen.push(`${operation} ${bucket}/${key}`)
      return 'pass'
    },
  })
  await put(client, 'one')
  await deleteAll(client, 'one')
  expect(seen).toEqual(['PutObject b/one', 'DeleteObjects b/'])
})

test('an error status answers without any effect', async () => {
  const { client } = await startOwnServer({ onRequest: spoil('DeleteObjects', { status: 503, code: 'SlowDown' }) })
  await put(client, 'one')
  expect(await outcome(deleteAll(client, 'one'))).toBe('SlowDown/503')
  expect(await keys(client)).toEqual(['one'])
})

test('failKeys answers 200 with an error for each of its keys', async () => {
  const { client } = await startOwnServer({ onRequest: spoil('DeleteObjects', { failKeys: failTwo }) })
  await put(client, 'one', 'two')
  const { Deleted = [], Errors = [] } = await deleteAll(client, 'one', 'two')
  expect(Deleted.map(({ Key }) => Key)).toEqual(['one'])
  expect(Errors.map(({ Key, Code }) => [Key, Code])).toEqual([['two', 'InternalError']])
  expect(await keys(client)).toEqual(['two'])
})

test('a lost reply comes after the effect', async () => {
  const { client } = await startOwnServer({ onRequest: spoil('DeleteObject', 'reply-lost') })
  await put(client, 'one')
  await expect(client.send(new DeleteObjectCommand({ Bucket, Key: 'one' }))).rejects.toThrow()
  expect(await keys(client)).toEqual([])
})

test('a lost connection has no effect', async () => {
  const { client } = await startOwnServer({ onRequest: spoil('DeleteObject', 'connection-lost') })
  await put(client, 'one')
  await expect(client.send(new DeleteObjectCommand({ Bucket, Key: 'one' }))).rejects.toThrow()
  expect(await keys(client)).toEqual(['one'])
})

test('a request waits for its hook, and close waits for the request', async () => {
  const gate = Promise.withResolvers<Fault>()
  const arrived = Promise.withResolvers<void>()
  const { client, s3 } = await startOwnServer({
    onRequest: ({ operation }) => {
      if (operation !== 'DeleteObject') return 'pass'
      arrived.resolve()
      return gate.promise
    },
  })
  await put(client, 'one')
  const deletion = outcome(client.send(new DeleteObjectCommand({ Bucket, Key: 'one' })))
  await arrived.promise
  expect(await keys(client)).toEqual(['one'])
  const closed = s3.close()
  gate.resolve('pass')
  expect(await deletion).toBe('OK')
  await closed
})

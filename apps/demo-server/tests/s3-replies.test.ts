import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ObjectStorage } from '../src/storage/object-storage.ts'
import { createS3Storage } from '../src/storage/s3/create-s3-storage.ts'
import { openS3Bucket } from '../src/storage/s3/s3-bucket.ts'

let server: Server
let storage: ObjectStorage
let reply: { status: number; body: string }

beforeEach(async () => {
  server = createServer((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(reply.status, { 'content-type': 'application/xml' }).end(reply.body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  storage = createS3Storage(
    openS3Bucket({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'any',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test-secret' },
      forcePathStyle: true,
      checksums: 'when-required',
    }),
  )
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function deleteBoth(status: number, body: string): Promise<unknown[]> {
  reply = { status, body }
  const outcomes = await storage.deleteMany(['a', 'b'])
  return ['a', 'b'].map((key) => outcomes.get(key)?.state)
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'

test('believes a reply only for the keys that it names', async () => {
  expect(await deleteBoth(200, `${head}<Deleted><Key>a</Key></Deleted></DeleteResult>`)).toEqual(['gone', 'retry'])
  expect(await deleteBoth(200, `${head}</DeleteResult>`)).toEqual(['retry', 'retry'])
})

test('takes a key that is named twice for failed', async () => {
  const both = '<Deleted><Key>a</Key></Deleted><Error><Key>a</Key><Code>InternalError</Code></Error>'
  expect(await deleteBoth(200, `${head}${both}<Deleted><Key>b</Key></Deleted></DeleteResult>`)).toEqual([
    'retry',
    'gone',
  ])
})

test.for([
  ['no body', ''],
  ['an error under status 200', '<Error><Code>InternalError</Code></Error>'],
  ['the page of a proxy', '<!doctype html><html><body>Welcome</body></html>'],
  ['half a reply', `${head}<Deleted><Key>a</Key></Deleted><Deleted><Key>b</K`],
  ['a reply that stops between two keys', `${head}<Deleted><Key>a</Key></Deleted><Deleted><Key>b</Key></Deleted>`],
] as const)('calls nothing deleted by %s', async ([, body]) => {
  expect(await deleteBoth(200, body)).toEqual(['retry', 'retry'])
})

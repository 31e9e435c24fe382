import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { PutBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { createClient } from '../fixture/clients.ts'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body, type S3Fixture } from '../fixture/s3-fixture.ts'

async function anonymousStatus({ endpoint, bucket }: S3Fixture, key: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(`${endpoint.url}/${bucket}/${key}`, init)
  await response.arrayBuffer()
  return response.status
}

async function openPublicPrefix({ client, bucket: Bucket }: S3Fixture): Promise<void> {
  const Statement = [
    { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: [`arn:aws:s3:::${Bucket}/public/*`] },
  ]
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
  await client.send(new PutBucketPolicyCommand({ Bucket, Policy }))
}

conforms('a bucket policy opens one prefix for reading, and nothing else', async (s3) => {
  await s3.put('public/picture.png')
  await s3.put('private.txt')
  await openPublicPrefix(s3)
  expect(await anonymousStatus(s3, 'public/picture.png')).toBe(200)
  expect(await anonymousStatus(s3, 'public/picture.png?v=3')).toBe(200)
  expect(await anonymousStatus(s3, 'private.txt')).toBe(403)
  expect(await anonymousStatus(s3, 'public/picture.png', { method: 'DELETE' })).toBe(403)
  expect(await anonymousStatus(s3, '')).toBe(403)
})

conforms('a deleted object of a public prefix is gone for everybody', async (s3) => {
  await s3.put('public/gone.png')
  await openPublicPrefix(s3)
  expect(await anonymousStatus(s3, 'public/gone.png')).toBe(200)
  await s3.remove('public/gone.png')
  // 403 where the server does not tell strangers what is there.
  expect([403, 404]).toContain(await anonymousStatus(s3, 'public/gone.png'))
})

conforms('an anonymous PUT is refused', async (s3) => {
  expect(await anonymousStatus(s3, 'anonymous.txt', { method: 'PUT', body: 'x' })).toBe(403)
})

conforms('an anonymous DELETE is refused', async (s3) => {
  await s3.put('kept.txt')
  expect(await anonymousStatus(s3, 'kept.txt', { method: 'DELETE' })).toBe(403)
  expect(await s3.bytes('kept.txt')).toEqual(body)
})

conforms('a wrong secret is refused', async ({ endpoint, bucket: Bucket }) => {
  const intruder = createClient({ ...endpoint, secretAccessKey: 'wrong' })
  const call = intruder.send(new PutObjectCommand({ Bucket, Key: 'intruder.txt', Body: body }))
  expect(await outcome(call)).toBe('SignatureDoesNotMatch/403')
})

conforms('an encoded path out of the bucket is refused', async ({ endpoint, bucket }) => {
  const { hostname, port, host } = new URL(endpoint.url)
  const socket = connect(Number(port), hostname)
  // A raw request: fetch would resolve the dots itself.
  const head = [
    `PUT /${bucket}/..%2f..%2fescape.txt HTTP/1.1`,
    `Host: ${host}`,
    'Content-Length: 1',
    'Connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\nx`)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 4\d\d /)
})

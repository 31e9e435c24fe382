import { GetBucketPolicyCommand, HeadBucketCommand, PutBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, test } from 'vitest'
import { createClient } from '../fixture/clients.ts'
import { outcome } from '../fixture/outcome.ts'
import { startOwnServer } from '../fixture/own-server.ts'

const Bucket = 'b'

test('a signature for another region is refused', async () => {
  const { client: _, ...target } = await startOwnServer({ region: 'eu-central-1' })
  const wrong = createClient(target)
  expect(await outcome(wrong.send(new HeadBucketCommand({ Bucket })))).toMatch(/400$/)
  const right = createClient({ ...target, region: 'eu-central-1' })
  expect(await outcome(right.send(new HeadBucketCommand({ Bucket })))).toBe('OK')
})

test('a header that changes the write must be signed', async () => {
  const { client } = await startOwnServer()
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'k', ChecksumCRC32: 'jDUGJg==' }))
  const put = (headers: Record<string, string>) => fetch(url, { method: 'PUT', body: 'x', headers })
  expect((await put({ 'x-amz-meta-injected': 'yes' })).status).toBe(403)
})

test('a checksum that cannot be checked is refused, not ignored', async () => {
  const { client } = await startOwnServer()
  const call = client.send(
    new PutObjectCommand({ Bucket, Key: 'k', Body: Buffer.from('x'), ChecksumCRC32C: 'AAAAAA==' }),
  )
  expect(await outcome(call)).toBe('NotImplemented/501')
})

test('a policy that would not be enforced is refused', async () => {
  const { client } = await startOwnServer()
  const statement = { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  expect(await outcome(client.send(new PutBucketPolicyCommand({ Bucket, Policy })))).toBe('NotImplemented/501')
  expect(await outcome(client.send(new GetBucketPolicyCommand({ Bucket })))).toBe('NoSuchBucketPolicy/404')
})

test('ensureBucket opens prefixes and origins, and closes them again', async () => {
  const { client, s3, url } = await startOwnServer()
  await client.send(new PutObjectCommand({ Bucket, Key: 'public/k', Body: Buffer.from('x') }))
  const read = () => fetch(`${url}/b/public/k`, { headers: { origin: 'http://localhost:5173' } })
  s3.ensureBucket(Bucket, { publicReadPrefixes: ['public/'], corsOrigins: ['http://localhost:5173'] })
  const opened = await read()
  expect([opened.status, opened.headers.get('access-control-allow-origin')]).toEqual([200, 'http://localhost:5173'])
  s3.ensureBucket(Bucket)
  const closed = await read()
  expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([403, null])
})

test('a stored page cannot run scripts in the origin of the store', async () => {
  const { client, s3, url } = await startOwnServer()
  s3.ensureBucket(Bucket, { publicReadPrefixes: [''] })
  const page = { Bucket, Key: 'k.html', Body: Buffer.from('<script></script>'), ContentType: 'text/html' }
  await client.send(new PutObjectCommand(page))
  const { headers } = await fetch(`${url}/b/k.html`)
  expect(headers.get('content-security-policy')).toContain('sandbox')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

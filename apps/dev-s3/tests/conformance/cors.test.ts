import { PutBucketCorsCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { body, type S3Fixture } from '../fixture/s3-fixture.ts'

const origin = 'http://127.0.0.1:5173'

/** Lets the origin in and returns the URL of an upload. */
async function prepare({ client, plainClient, bucket: Bucket }: S3Fixture): Promise<string> {
  const rule = {
    AllowedOrigins: [origin],
    AllowedMethods: ['GET', 'PUT', 'POST', 'HEAD'],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag'],
    MaxAgeSeconds: 600,
  }
  await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }))
  return await getSignedUrl(plainClient, new PutObjectCommand({ Bucket, Key: 'cors.png' }), { expiresIn: 60 })
}

function preflight(url: string, from: string): Promise<Response> {
  const headers = {
    origin: from,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type',
  }
  return fetch(url, { method: 'OPTIONS', headers })
}

conforms('a preflight from an allowed origin is answered', async (s3) => {
  const { status, headers } = await preflight(await prepare(s3), origin)
  expect(status).toBe(200)
  expect(headers.get('access-control-allow-origin')).toBe(origin)
  expect(headers.get('access-control-allow-methods')).toMatch(/PUT/)
})

conforms('an upload from an allowed origin may read its ETag', async (s3) => {
  const url = await prepare(s3)
  const { status, headers } = await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers: { origin } })
  expect(status).toBe(200)
  expect(headers.get('access-control-allow-origin')).toBe(origin)
  expect(headers.get('access-control-expose-headers')).toMatch(/etag/i)
})

conforms('a preflight from another origin is not answered', async (s3) => {
  const { headers } = await preflight(await prepare(s3), 'http://other.example')
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

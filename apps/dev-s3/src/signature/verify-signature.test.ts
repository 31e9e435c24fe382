import { expect, test } from 'vitest'
import type { SignableRequest } from './canonical-request.ts'
import { verifySignature } from './verify-signature.ts'

// The examples of "Authenticating Requests (AWS Signature Version 4)" in the Amazon S3 API Reference.
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
type SignedRequest = SignableRequest & { query: URLSearchParams }

const signedAtMs = Date.UTC(2013, 4, 24)
const minuteMs = 60_000
const scope = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const rangeRequest: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  queryPairs: [],
  query: new URLSearchParams(),
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': emptyHash,
    'x-amz-date': '20130524T000000Z',
    authorization:
      `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,` +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
}

const presignedPairs: [string, string][] = [
  ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
  ['X-Amz-Credential', scope],
  ['X-Amz-Date', '20130524T000000Z'],
  ['X-Amz-Expires', '86400'],
  ['X-Amz-SignedHeaders', 'host'],
  ['X-Amz-Signature', 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'],
]

const presignedRequest: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  queryPairs: presignedPairs,
  query: new URLSearchParams(presignedPairs),
  headers: { host: 'examplebucket.s3.amazonaws.com' },
}

test('accepts the signed header request of the S3 documentation', () => {
  expect(verifySignature(rangeRequest, credentials, signedAtMs)).toBe(true)
})

test('accepts the presigned URL of the S3 documentation', () => {
  expect(verifySignature(presignedRequest, credentials, signedAtMs)).toBe(true)
})

test('says that a request without a signature is anonymous', () => {
  const anonymous = { ...rangeRequest, headers: { host: 'localhost' } }
  expect(verifySignature(anonymous, credentials, signedAtMs)).toBe(false)
})

test('refuses a request of which any signed part was changed', () => {
  const { headers } = rangeRequest
  const changes: Partial<SignedRequest>[] = [
    { method: 'PUT' },
    { path: '/other.txt' },
    { queryPairs: [['versionId', '1']] },
    { headers: { ...headers, range: 'bytes=0-10' } },
    { headers: { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
  ]
  for (const change of changes) {
    const verify = () => verifySignature({ ...rangeRequest, ...change }, credentials, signedAtMs)
    expect(verify).toThrow('does not match the signature')
  }
})

function verifyWith(change: object): () => boolean {
  return () => verifySignature(rangeRequest, { ...credentials, ...change }, signedAtMs)
}

test('refuses a wrong secret, an unknown key and another region', () => {
  expect(verifyWith({ secretAccessKey: 'wrong' })).toThrow('does not match the signature')
  expect(verifyWith({ accessKeyId: 'OTHER' })).toThrow('does not exist in our records')
  expect(verifyWith({ region: 'eu-central-1' })).toThrow("expecting 'eu-central-1'")
})

test('refuses an unsigned x-amz header', () => {
  const headers = { ...rangeRequest.headers, 'x-amz-meta-injected': 'yes' }
  const verify = () => verifySignature({ ...rangeRequest, headers }, credentials, signedAtMs)
  expect(verify).toThrow('not signed: x-amz-meta-injected')
})

test('lets a signed header request live 15 minutes', () => {
  expect(verifySignature(rangeRequest, credentials, signedAtMs + 15 * minuteMs)).toBe(true)
  expect(() => verifySignature(rangeRequest, credentials, signedAtMs + 16 * minuteMs)).toThrow('too large')
})

test('lets a presigned URL live as long as it says', () => {
  const dayMs = 24 * 60 * minuteMs
  expect(verifySignature(presignedRequest, credentials, signedAtMs + dayMs)).toBe(true)
  expect(() => verifySignature(presignedRequest, credentials, signedAtMs + dayMs + 1)).toThrow('expired')
  expect(() => verifySignature(presignedRequest, credentials, signedAtMs - 16 * minuteMs)).toThrow('not valid yet')
})

import { expect, test } from 'vitest'
import { toOperation } from './operation.ts'
import { parseTarget } from './parse-target.ts'

function operationOf(method: string, url: string, headers: Record<string, string> = {}) {
  const { bucket, key, queryPairs } = parseTarget(url)
  return toOperation({ method, bucket, key, headers, query: new URLSearchParams(queryPairs) })
}

test.each([
  ['GET', '/', 'ListBuckets'],
  ['PUT', '/b', 'CreateBucket'],
  ['PUT', '/b/', 'CreateBucket'],
  ['HEAD', '/b', 'HeadBucket'],
  ['GET', '/b?list-type=2&prefix=a', 'ListObjectsV2'],
  ['GET', '/b?versions', 'ListObjectVersions'],
  ['POST', '/b?delete', 'DeleteObjects'],
  ['GET', '/b?uploads', 'ListMultipartUploads'],
  ['PUT', '/b/k?x-id=PutObject', 'PutObject'],
  ['PUT', '/b/k?partNumber=1&uploadId=u', 'UploadPart'],
  ['DELETE', '/b/k?uploadId=u', 'AbortMultipartUpload'],
  ['DELETE', '/b/k?versionId=v', 'DeleteObject'],
  ['OPTIONS', '/b/k', 'Preflight'],
])('%s %s is %s', (method, url, operation) => {
  expect(operationOf(method, url)).toBe(operation)
})

test.each([
  ['PUT', '/b/k?acl'],
  ['PUT', '/b?encryption'],
  ['DELETE', '/b?website'],
  ['GET', '/b/k?attributes'],
  ['GET', '/b'],
  ['PATCH', '/b/k'],
])('%s %s is not done by mistake', (method, url) => {
  expect(operationOf(method, url)).toBeUndefined()
})

test('a copy source makes a PUT a copy, and a part nothing we do', () => {
  const headers = { 'x-amz-copy-source': 'b/source' }
  expect(operationOf('PUT', '/b/k', headers)).toBe('CopyObject')
  expect(operationOf('PUT', '/b/k?partNumber=1&uploadId=u', headers)).toBeUndefined()
})

test('a target is decoded once and not normalised', () => {
  expect(parseTarget('/b/a%252fb/..%2F%C3%BC?prefix=a+b%26')).toEqual({
    path: '/b/a%2fb/../ü',
    bucket: 'b',
    key: 'a%2fb/../ü',
    queryPairs: [['prefix', 'a b&']],
  })
  expect(() => parseTarget('/b/%ff')).toThrow('parse the specified URI')
  expect(() => parseTarget(`/b/${'k'.repeat(1025)}`)).toThrow('too long')
})

import { DeleteObjectsCommand, ListObjectsV2Command, paginateListObjectsV2 } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { body, type S3Fixture } from '../fixture/s3-fixture.ts'

const concurrency = 16

/** Puts `prefix00000`, `prefix00001`, … */
async function putMany({ put }: S3Fixture, prefix: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(5, '0')}`)
  const queue = keys.values()
  const work = async (): Promise<void> => {
    for (const key of queue) await put(key, Buffer.from(key))
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return keys
}

async function list({ client, bucket: Bucket }: S3Fixture, options: Partial<ListObjectsV2Command['input']>) {
  const {
    Contents = [],
    CommonPrefixes = [],
    NextContinuationToken,
  } = await client.send(new ListObjectsV2Command({ Bucket, ...options }))
  return {
    keys: Contents.map(({ Key = '' }) => Key),
    prefixes: CommonPrefixes.map(({ Prefix = '' }) => Prefix),
    token: NextContinuationToken,
  }
}

conforms('a listing comes in pages of 1000, and DeleteObjects takes a page', async (s3) => {
  const { client, bucket: Bucket } = s3
  const keys = await putMany(s3, 'many/', 2050)
  const pages = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: 'many/' })) {
    pages.push(Contents.map(({ Key = '' }) => Key))
  }
  expect(pages.map((page) => page.length)).toEqual([1000, 1000, 50])
  expect(pages.flat()).toEqual(keys)
  const [first = [], second = []] = pages
  const deleteAll = (page: string[]) => {
    return client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: page.map((Key) => ({ Key })) } }))
  }
  expect((await deleteAll(first)).Deleted).toHaveLength(1000)
  expect((await list(s3, { Prefix: 'many/' })).keys).toEqual(keys.slice(1000, 2000))
  await deleteAll(second)
  expect((await list(s3, { Prefix: 'many/' })).keys).toEqual(keys.slice(2000))
})

conforms('a listing starts after a key and stops after MaxKeys', async (s3) => {
  const keys = await putMany(s3, 'few/', 20)
  const page = await list(s3, { Prefix: 'few/', MaxKeys: 7, StartAfter: keys[10] })
  expect(page.keys).toEqual(keys.slice(11, 18))
  expect(page.token).toBeTypeOf('string')
})

conforms('a token stays good when the keys before it are deleted', async (s3) => {
  const { client, bucket: Bucket } = s3
  const keys = await putMany(s3, 'moving/', 20)
  const first = await list(s3, { Prefix: 'moving/', MaxKeys: 10 })
  const Objects = first.keys.map((Key) => ({ Key }))
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  const second = await list(s3, { Prefix: 'moving/', MaxKeys: 5, ContinuationToken: first.token })
  expect(second.keys).toEqual(keys.slice(10, 15))
})

conforms('a listing is in byte order', async (s3) => {
  const keys = ['o/a', 'o/a-b', 'o/a/b', 'o/a.b', 'o/A', 'o/é', 'o/z', 'o/😀', 'o/\ufffc']
  await Promise.all(keys.map((key) => s3.put(key)))
  const inByteOrder = keys.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)))
  expect((await list(s3, { Prefix: 'o/' })).keys).toEqual(inByteOrder)
})

conforms('a delimiter folds keys into common prefixes', async (s3) => {
  await Promise.all(['p/x/1', 'p/x/2', 'p/y/1', 'p/z'].map((key) => s3.put(key)))
  const { prefixes, keys } = await list(s3, { Prefix: 'p/', Delimiter: '/' })
  expect({ prefixes, keys }).toEqual({ prefixes: ['p/x/', 'p/y/'], keys: ['p/z'] })
})

conforms('pages with a delimiter name each prefix once', async (s3) => {
  await Promise.all(['q/a', 'q/b/1', 'q/b/2', 'q/c', 'q/d/1', 'q/e'].map((key) => s3.put(key)))
  const entries = []
  let token: string | undefined
  do {
    const page = await list(s3, { Prefix: 'q/', Delimiter: '/', MaxKeys: 1, ContinuationToken: token })
    entries.push(...page.keys, ...page.prefixes)
    token = page.token
  } while (token !== undefined)
  expect(entries).toEqual(['q/a', 'q/b/', 'q/c', 'q/d/', 'q/e'])
})

conforms('a listing tells ETag, size and time', async (s3) => {
  const before = Date.now()
  await s3.put('facts/one')
  const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: s3.bucket, Prefix: 'facts/' }))
  const [entry] = Contents
  expect(entry).toMatchObject({ ETag: expect.any(String), Size: body.length })
  expect(Math.abs((entry?.LastModified?.getTime() ?? 0) - before)).toBeLessThan(60_000)
})

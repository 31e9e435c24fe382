import { GetObjectCommand, GetObjectTaggingCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body, md5 } from '../fixture/s3-fixture.ts'

conforms('PutObject answers with the MD5 as ETag', async ({ put }) => {
  const { ETag } = await put('plain.txt')
  expect(ETag).toBe(`"${md5(body)}"`)
})

conforms('GetObject returns the bytes that were put', async ({ put, bytes }) => {
  await put('same.txt')
  expect(await bytes('same.txt')).toEqual(body)
})

conforms('an empty object stays empty', async ({ put, bytes }) => {
  await put('empty.txt', Buffer.alloc(0))
  expect(await bytes('empty.txt')).toHaveLength(0)
})

conforms('HeadObject tells type, size, ETag and metadata', async ({ put, head }) => {
  await put('described.txt', body, { ContentType: 'text/plain', Metadata: { who: 'me' } })
  expect(await head('described.txt')).toMatchObject({
    ContentType: 'text/plain',
    ContentLength: body.length,
    Metadata: { who: 'me' },
    ETag: `"${md5(body)}"`,
  })
})

conforms('HeadObject of a missing key is NotFound', async ({ head }) => {
  expect(await outcome(head('missing'))).toBe('NotFound/404')
})

conforms('GetObject of a missing key is NoSuchKey', async ({ bytes }) => {
  expect(await outcome(bytes('missing'))).toBe('NoSuchKey/404')
})

conforms('GetObject returns a range', async ({ put, client, bucket: Bucket }) => {
  await put('range.txt')
  const { Body, $metadata, ContentRange } = await client.send(
    new GetObjectCommand({ Bucket, Key: 'range.txt', Range: 'bytes=6-12' }),
  )
  expect(await Body?.transformToString()).toBe('gallery')
  expect([$metadata.httpStatusCode, ContentRange]).toEqual([206, 'bytes 6-12/13'])
})

conforms('GetObject refuses a range behind the end', async ({ put, bytes }) => {
  await put('short.txt')
  expect(await outcome(bytes('short.txt', { Range: 'bytes=100-200' }))).toBe('InvalidRange/416')
})

conforms('GetObject with the current ETag in If-None-Match is 304', async ({ put, bytes }) => {
  await put('cached.txt')
  expect(await outcome(bytes('cached.txt', { IfNoneMatch: `"${md5(body)}"` }))).toMatch(/304$/)
})

conforms('an object keeps Cache-Control and Content-Disposition', async ({ put, head }) => {
  const headers = { CacheControl: 'max-age=1', ContentDisposition: 'inline' }
  await put('headers.txt', body, headers)
  expect(await head('headers.txt')).toMatchObject(headers)
})

conforms('an object keeps its tags', async ({ put, client, bucket: Bucket }) => {
  const Key = 'tagged.txt'
  const TagSet = [{ Key: 'state', Value: 'pending' }]
  await put(Key)
  await client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } }))
  const tagging = await client.send(new GetObjectTaggingCommand({ Bucket, Key }))
  expect(tagging.TagSet).toEqual(TagSet)
})

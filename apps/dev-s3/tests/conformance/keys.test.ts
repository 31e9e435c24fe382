import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { conforms } from '../fixture/conforms.ts'
import { outcome } from '../fixture/outcome.ts'
import { body } from '../fixture/s3-fixture.ts'

const oddKeys = [
  'odd/sp ace.txt',
  'odd/plus+sign.txt',
  'odd/pct%41.txt',
  'odd/ünïcödé-日本語-😀.png',
  `odd/quo'te"&<>.txt`,
  'odd/a/b/c/d/e/f.txt',
  'odd/dup',
  'odd/dup/child',
  'odd/semi;colon?question#hash=eq.txt',
  `odd/${'k'.repeat(240)}`,
  `odd/${'y'.repeat(120)}/${'z'.repeat(120)}/${'w'.repeat(240)}/${'v'.repeat(200)}`,
]

conforms('odd keys are put, read, listed and deleted', async ({ put, bytes, keys, head, remove }) => {
  await Promise.all(oddKeys.map((key) => put(key, Buffer.from(key))))
  const contents = await Promise.all(oddKeys.map((key) => bytes(key)))
  expect(contents.map(String)).toEqual(oddKeys)
  expect((await keys('odd/')).toSorted()).toEqual(oddKeys.toSorted())
  await Promise.all(oddKeys.map((key) => remove(key)))
  const heads = await Promise.all(oddKeys.map((key) => outcome(head(key))))
  expect(heads).toEqual(oddKeys.map(() => 'NotFound/404'))
})

conforms('a key may be one segment of 1000 bytes', async ({ put, bytes }) => {
  const key = 'l'.repeat(1000)
  await put(key)
  expect(await bytes(key)).toEqual(body)
})

conforms('a key may end with a slash, next to keys below it', async ({ put, keys }) => {
  await put('dir/', Buffer.alloc(0))
  await put('dir/file')
  expect(await keys('dir')).toEqual(['dir/', 'dir/file'])
})

conforms('dots in a key mean nothing', async ({ put, keys }) => {
  await put('../../escape.txt')
  expect(await keys('../')).toEqual(['../../escape.txt'])
})

const controlKeys = ['control/cr\rx', 'control/lf\nx', 'control/tab\tx']
const notXmlKey = 'control/x01\u0001x'

conforms(
  'line ends and tabs in keys survive lists and DeleteObjects',
  async ({ put, keys, client, bucket: Bucket }) => {
    await Promise.all(controlKeys.map((key) => put(key)))
    expect((await keys('control/')).toSorted()).toEqual(controlKeys.toSorted())
    const Objects = controlKeys.map((Key) => ({ Key }))
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
    expect(await keys('control/')).toEqual([])
  },
)

conforms('a key that XML cannot carry is listed URL-encoded and deleted alone', async (s3) => {
  const { client, bucket: Bucket } = s3
  await s3.put(notXmlKey)
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket, Prefix: notXmlKey, EncodingType: 'url' }),
  )
  expect(Contents.map(({ Key = '' }) => decodeURIComponent(Key))).toEqual([notXmlKey])
  await s3.remove(notXmlKey)
  expect(await outcome(s3.head(notXmlKey))).toBe('NotFound/404')
})

conforms(
  'a key that XML cannot carry makes DeleteObjects fail as a whole',
  async ({ put, client, bucket: Bucket, head }) => {
    await put('innocent.txt')
    await put(notXmlKey)
    const Objects = [{ Key: 'innocent.txt' }, { Key: notXmlKey }]
    const call = client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
    expect(await outcome(call)).toMatch(/400$/)
    expect(await outcome(head('innocent.txt'))).toBe('OK')
  },
)

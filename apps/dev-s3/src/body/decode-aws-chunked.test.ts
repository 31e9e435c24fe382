import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { decodeAwsChunked } from './decode-aws-chunked.ts'

const framed = 'b\r\nhello\r\nworl\r\n1;chunk-signature=x\r\nd\r\n0\r\nx-amz-checksum-crc32: 2os/zw==\r\n\r\n'
const content = 'hello\r\nworld'

async function decode(pieces: readonly string[]) {
  const trailers = new Map<string, string>()
  const chunks = []
  for await (const chunk of decodeAwsChunked(Readable.from(pieces.map((piece) => Buffer.from(piece))), trailers)) {
    chunks.push(chunk)
  }
  return { content: Buffer.concat(chunks).toString(), trailers: Object.fromEntries(trailers) }
}

test('decodes data and trailers', async () => {
  expect(await decode([framed])).toEqual({ content, trailers: { 'x-amz-checksum-crc32': '2os/zw==' } })
})

test('decodes the same however the bytes are cut', async () => {
  const cuts = Array.from({ length: framed.length }, (_, at) => [framed.slice(0, at), framed.slice(at)])
  const decoded = await Promise.all([...cuts, framed.split('')].map(decode))
  expect(new Set(decoded.map((result) => result.content))).toEqual(new Set([content]))
  expect(decoded.every(({ trailers }) => trailers['x-amz-checksum-crc32'] === '2os/zw==')).toBe(true)
})

test('decodes an empty body', async () => {
  expect(await decode(['0\r\n\r\n'])).toEqual({ content: '', trailers: {} })
})

test('refuses a body that ends anywhere before its end', async () => {
  const ends = Array.from({ length: framed.length }, (_, at) => framed.slice(0, at))
  const results = await Promise.allSettled(ends.map((end) => decode([end])))
  expect(results.filter(({ status }) => status === 'fulfilled')).toEqual([])
})

test.each([
  ['a size that is no number', 'zz\r\nhello\r\n0\r\n\r\n'],
  ['a negative size', '-1\r\nhello\r\n0\r\n\r\n'],
  ['a chunk that is longer than it says', '3\r\nhello\r\n0\r\n\r\n'],
  ['a trailer without a name', '0\r\nnonsense\r\n\r\n'],
  ['an endless line', 'a'.repeat(20_000)],
])('refuses %s', async (_title, broken) => {
  await expect(decode([broken])).rejects.toThrow()
})

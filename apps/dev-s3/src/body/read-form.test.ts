import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readForm } from './read-form.ts'

const contentType = 'multipart/form-data; boundary=xyz'

function part(head: string, content: string): string {
  return `--xyz\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
}

const form = [
  part('name="Key"', 'post/${filename}'),
  part('name="x-amz-meta-text"', 'line\r\nline'),
  part('name="file"; filename="a %22b%22.png"', 'bytes\r\n--xy not the boundary'),
  part('name="late"', 'ignored'),
  '--xyz--\r\n',
].join('')

async function read(pieces: readonly string[]) {
  const source = Readable.from(pieces.map((piece) => Buffer.from(piece)))
  const { fields, fileName, file } = await readForm(source, contentType)
  return { fields, fileName, content: (await buffer(file)).toString() }
}

const expected = {
  fields: { key: 'post/${filename}', 'x-amz-meta-text': 'line\r\nline' },
  fileName: 'a "b".png',
  content: 'bytes\r\n--xy not the boundary',
}

test('reads the fields before the file, and the file', async () => {
  expect(await read([form])).toEqual(expected)
})

test('reads the same however the bytes are cut', async () => {
  const cuts = Array.from({ length: form.length }, (_, at) => [form.slice(0, at), form.slice(at)])
  for (const result of await Promise.all([...cuts, form.split('')].map(read))) expect(result).toEqual(expected)
})

test('refuses a form without a file', async () => {
  await expect(read([`${part('name="key"', 'k')}--xyz--\r\n`])).rejects.toThrow('exactly one file')
})

test('refuses a form that ends in the middle', async () => {
  const end = form.indexOf('not the boundary')
  await expect(read([form.slice(0, end)])).rejects.toThrow('ended early')
  await expect(read([form.slice(0, 20)])).rejects.toThrow('not well-formed')
})

test('refuses fields that are too large or too many', async () => {
  await expect(read([part('name="key"', 'k'.repeat(100_000))])).rejects.toThrow('too large')
  await expect(read([part('name="key"', 'k').repeat(100)])).rejects.toThrow('too many')
})

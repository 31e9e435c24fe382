import { expect, test } from 'vitest'
import { mediaIdSchema } from './ids.ts'
import { textSchema } from './text.ts'

test('takes every text that a database keeps', () => {
  for (const text of ['', 'ä 𝄞 🖼️', 'two\nlines']) expect(textSchema(20).parse(text)).toBe(text)
})

test('refuses NUL and half of a surrogate pair', () => {
  for (const text of ['a\0', '\ud800', 'a\udc00b']) expect(textSchema(20).safeParse(text).success).toBe(false)
})

test('reads an id in capitals as the same id', () => {
  const id = '7d4ee0a5-04d5-4c2b-9d2a-5f0a6bb4bd11'
  expect(mediaIdSchema.parse(id.toUpperCase())).toBe(id)
})

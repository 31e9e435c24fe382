import { expect, test } from 'vitest'
import { spellingsOf, toCanonicalKey } from './spellings.ts'

test.each([
  ['media/ABC/Original.JPG', 'media/abc/original.jpg'],
  ['media/a%20b.jpg', 'media/a b.jpg'],
  ['media/a+b.jpg', 'media/a b.jpg'],
  ['media/a b.jpg', 'media/a%20b.jpg'],
  ['media/cafe\u0301.jpg', 'media/caf\u00e9.jpg'],
  ['media/caf\u00e9.jpg', 'media/cafe\u0301.jpg'],
])('%s may be meant for %s', (key, known) => {
  expect(spellingsOf(key)).toContain(known)
})

test('a key is no other spelling of itself, and what cannot be decoded stays as it is', () => {
  expect(spellingsOf('media/100%.jpg')).not.toContain('media/100%.jpg')
  expect(toCanonicalKey('media/100%.jpg')).toBe('media/100%.jpg')
})

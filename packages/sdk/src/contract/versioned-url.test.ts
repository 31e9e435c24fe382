import { expect, test } from 'vitest'
import { readUrlVersion, toVersionedUrl, versionedUrlSchema } from './versioned-url.ts'

test('builds a URL from base, key and version', () => {
  expect(toVersionedUrl('https://cdn.example/pics/', 'media/a b?.jpg', 3)).toBe(
    'https://cdn.example/pics/media/a%20b%3F.jpg?v=3',
  )
})

test('reads the version whatever else the query says', () => {
  expect(readUrlVersion('https://cdn.example/a.jpg?w=2&v=12#v=3')).toBe('12')
  expect(readUrlVersion('/a.jpg?v=1')).toBe('1')
  expect(readUrlVersion('https://cdn.example/a.jpg')).toBeNull()
  expect(readUrlVersion('https://cdn.example/a.jpg?v=')).toBeNull()
})

test('refuses a URL without a version', () => {
  expect(versionedUrlSchema.safeParse('https://cdn.example/a.jpg').success).toBe(false)
})

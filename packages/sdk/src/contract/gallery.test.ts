import { expect, test } from 'vitest'
import { saveGalleryBodySchema } from './gallery.ts'
import { parseEntry } from './legacy-entry.ts'

const mediaId = '5f0c1b1e-58a8-4d8a-9f5c-0a4f7f0f3c11'

test('accepts ids, {url} objects and plain URL strings in one list', () => {
  const items = [
    { mediaId, alt: '' },
    { url: 'https://cdn.example/media/a.jpg?v=1' },
    'https://elsewhere.example/b.jpg',
  ]
  expect(
    saveGalleryBodySchema.parse({ items }).items?.map((entry) => parseEntry(entry, { bases: ['https://cdn.example'] })),
  ).toEqual([
    { kind: 'media', mediaId, replaceWith: undefined, caption: null, alt: '', isCover: false },
    { kind: 'object', key: 'media/a.jpg', caption: null, alt: undefined, isCover: false },
    { kind: 'external', url: 'https://elsewhere.example/b.jpg', caption: null, alt: undefined, isCover: false },
  ])
})

test.for([
  ['a number', 7],
  ['null', null],
  ['an unknown field', { mediaId, position: 3 }],
  ['an id that is none', { mediaId: 'x' }],
  ['an empty URL', ''],
] as const)('refuses %s as an entry', ([, entry]) => {
  expect(saveGalleryBodySchema.safeParse({ items: [entry] }).success).toBe(false)
})

test('tells an absent list from an empty one', () => {
  expect(saveGalleryBodySchema.parse({}).items).toBeUndefined()
  expect(saveGalleryBodySchema.parse({ items: [] }).items).toEqual([])
})

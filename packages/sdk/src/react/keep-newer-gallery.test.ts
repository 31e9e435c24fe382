import { expect, test } from 'vitest'
import { sampleGallery } from '../../tests/samples.ts'
import { keepNewerGallery } from './keep-newer-gallery.ts'

const cached = sampleGallery({ version: 5, title: 'Mine' })

test('ignores an answer that is older than the cache', () => {
  expect(keepNewerGallery(cached, sampleGallery({ version: 4 }))).toBe(cached)
})

test('takes a newer answer, and keeps the parts that are equal', () => {
  const next = keepNewerGallery(cached, sampleGallery({ version: 6, title: 'Theirs' }))
  expect(next).toMatchObject({ version: 6, title: 'Theirs' })
  expect(next).toHaveProperty('items', cached.items)
  expect(Object(next).items).toBe(cached.items)
})

test('takes an answer of the same version', () => {
  expect(keepNewerGallery(cached, sampleGallery({ version: 5, title: 'Same' }))).toMatchObject({ title: 'Same' })
})

test('takes another gallery under the same id, and whatever comes first', () => {
  const reset = sampleGallery({ version: 1, createdAt: '2026-02-01T00:00:00.000Z' })
  expect(keepNewerGallery(cached, reset)).toEqual(reset)
  expect(keepNewerGallery(undefined, cached)).toBe(cached)
})

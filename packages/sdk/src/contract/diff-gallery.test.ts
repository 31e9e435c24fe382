import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffGallery, isEmptyDiff, type DiffItem } from './diff-gallery.ts'

const item = (key: string, over: Partial<DiffItem> = {}): DiffItem => ({ key, caption: null, isCover: false, ...over })
const list = (keys: string): DiffItem[] => keys.split('').map((key) => item(key))

test('says what was added, removed, replaced, moved and edited', () => {
  const after = [item('d'), item('a'), item('b', { caption: 'new', replaceWith: 'u1' }), item('e', { isCover: true })]
  expect(diffGallery(list('abcd'), after)).toEqual({
    added: ['e'],
    removed: ['c'],
    replaced: ['b'],
    moved: ['d'],
    edited: [{ key: 'b', fields: ['caption'] }],
  })
})

test('finds nothing where nothing changed', () => {
  expect(isEmptyDiff(diffGallery(list('abc'), list('abc')))).toBe(true)
})

test('tells an inherited alt text from an empty one', () => {
  expect(diffGallery([item('a')], [item('a', { alt: '' })]).edited).toEqual([{ key: 'a', fields: ['alt'] }])
})

test('names a single item when one was moved across a long list', () => {
  const keys = Array.from({ length: 10_000 }, (_, index) => String(index))
  const moved = [...keys.slice(1, 9_000), '0', ...keys.slice(9_000)]
  expect(
    diffGallery(
      keys.map((key) => item(key)),
      moved.map((key) => item(key)),
    ).moved,
  ).toEqual(['0'])
})

test('moves as few items as possible, and leaves the others in their order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), (order) => {
      const before = order.toSorted((a, b) => a - b).map((key) => item(String(key)))
      const { moved } = diffGallery(
        before,
        order.map((key) => item(String(key))),
      )
      const staying = order.filter((key) => !moved.includes(String(key)))
      expect(staying).toEqual(staying.toSorted((a, b) => a - b))
      expect(staying.length).toBe(longestIncreasingByTrying(order))
    }),
  )
})

function longestIncreasingByTrying(order: readonly number[], above = -1): number {
  return Math.max(
    0,
    ...order.map((value, at) => (value > above ? 1 + longestIncreasingByTrying(order.slice(at + 1), value) : 0)),
  )
}

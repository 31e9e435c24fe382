import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitColumns } from './layout.ts'
import { type Motion, moveIndex, toMotion } from './motion.ts'

// Four columns, ten tiles: the last row has two.
const bounds = { layout: fitColumns(430, 100, 10), count: 10, pageRows: 2 }
const motions: readonly Motion[] = ['forward', 'backward', 'up', 'down', 'pageUp', 'pageDown', 'first', 'last']

test.each([
  ['forward', 3, 4],
  ['backward', 4, 3],
  ['backward', 0, 0],
  ['forward', 9, 9],
  ['down', 1, 5],
  ['down', 7, 9],
  ['down', 8, 8],
  ['up', 6, 2],
  ['up', 2, 2],
  ['pageDown', 1, 9],
  ['pageUp', 9, 1],
  ['pageUp', 6, 2],
  ['first', 7, 0],
  ['last', 2, 9],
] as const)('steps %s from %i to %i', (motion, from, to) => {
  expect(moveIndex(from, motion, bounds)).toBe(to)
})

test('stays within the tiles from everywhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.constantFrom(...motions), (count, seed, motion) => {
      const to = moveIndex(seed % count, motion, { ...bounds, count })
      expect(to).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThan(count)
    }),
  )
})

test('swaps left and right in right-to-left text, and nothing else', () => {
  expect(toMotion('ArrowRight', false)).toBe('forward')
  expect(toMotion('ArrowRight', true)).toBe('backward')
  expect(toMotion('ArrowLeft', true)).toBe('forward')
  expect(toMotion('ArrowDown', true)).toBe('down')
  expect(toMotion('a', false)).toBeNull()
})

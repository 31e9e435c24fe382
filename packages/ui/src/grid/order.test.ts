import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOrder, indexesOf, landingPosition, toIndexById, toIndexFor } from './order.ts'

/** What the draft does with a move: the model that positions are checked against. */
function move(order: readonly number[], moved: readonly number[], toIndex: number): readonly number[] {
  const isMoved = (index: number): boolean => moved.includes(index)
  const rest = (part: readonly number[]): readonly number[] => part.filter((index) => !isMoved(index))
  return [...rest(order.slice(0, toIndex)), ...moved, ...rest(order.slice(toIndex))]
}

const galleries = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.record({
    order: fc.constant(Array.from({ length: count }, (_, index) => index)),
    moved: fc
      .uniqueArray(fc.nat({ max: count - 1 }), { minLength: 1 })
      .map((indexes) => indexes.toSorted((a, b) => a - b)),
    toIndex: fc.nat({ max: count }),
  }),
)

test('tells where the first moved tile lands', () => {
  fc.assert(
    fc.property(galleries, ({ order, moved, toIndex }) => {
      const [first] = moved
      expect(move(order, moved, toIndex).indexOf(first ?? -1)).toBe(landingPosition(moved, toIndex))
    }),
  )
})

test('finds the place that lands the first moved tile at a position', () => {
  fc.assert(
    fc.property(galleries, fc.nat(), ({ order, moved }, seed) => {
      const position = seed % (order.length - moved.length + 1)
      const toIndex = toIndexFor(moved, position)
      expect(toIndex).toBeLessThanOrEqual(order.length)
      expect(landingPosition(moved, toIndex)).toBe(position)
    }),
  )
})

test('knows whether a move changes anything', () => {
  fc.assert(
    fc.property(galleries, ({ order, moved, toIndex }) => {
      const isChanged = move(order, moved, toIndex).some((tile, index) => tile !== index)
      expect(changesOrder(moved, toIndex)).toBe(isChanged)
    }),
  )
})

test('sorts ids by their place and leaves out those that are gone', () => {
  const indexById = toIndexById([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  expect(indexesOf(['c', 'gone', 'a'], indexById)).toEqual([0, 2])
})

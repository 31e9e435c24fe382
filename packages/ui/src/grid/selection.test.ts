import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendRange, keepIds, toggleId } from './selection.ts'

const idAt = (index: number): string | undefined => (index < 20 ? String(index) : undefined)
const sorted = (ids: ReadonlySet<string>): readonly number[] => [...ids].map(Number).toSorted((a, b) => a - b)
const place = fc.nat({ max: 19 })

test('toggles an id without touching the selection it is given', () => {
  const ids = new Set(['1'])
  expect(sorted(toggleId(ids, '2'))).toEqual([1, 2])
  expect(sorted(toggleId(ids, '1'))).toEqual([])
  expect(sorted(ids)).toEqual([1])
})

test('keeps the same set while nothing of it is gone', () => {
  const ids = new Set(['1', '2'])
  expect(keepIds(ids, () => true)).toBe(ids)
  expect(sorted(keepIds(ids, (id) => id === '2'))).toEqual([2])
})

test('selects all between anchor and lead, whatever the way there', () => {
  fc.assert(
    fc.property(place, fc.array(place, { minLength: 1 }), (anchor, leads) => {
      let ids: ReadonlySet<string> = new Set()
      let previous = anchor
      for (const lead of leads) {
        ids = extendRange(ids, { anchor, lead: previous }, { lead, idAt })
        previous = lead
      }
      const [low, high] = [Math.min(anchor, previous), Math.max(anchor, previous)]
      expect(sorted(ids)).toEqual(Array.from({ length: high - low + 1 }, (_, offset) => low + offset))
    }),
  )
})

test('leaves what was selected outside the range', () => {
  expect(sorted(extendRange(new Set(['15']), { anchor: 2, lead: 2 }, { lead: 4, idAt }))).toEqual([2, 3, 4, 15])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignRanks } from './assign-ranks.ts'

const increasing = (ranks: readonly number[]) =>
  ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0))

test('keeps the ranks of a list in its order', () => {
  expect(assignRanks([5, 70, 900])).toEqual([5, 70, 900])
})

test('writes one rank when one of 10,000 items moves', () => {
  const ranks = assignRanks(Array.from({ length: 10_000 }, () => null))
  const moved = [...ranks.slice(1, 5_000), ranks[0] ?? 0, ...ranks.slice(5_000)]
  expect(assignRanks(moved).filter((rank, index) => rank !== moved[index])).toHaveLength(1)
})

test('respaces the neighbourhood, not the list, when a gap is used up', () => {
  const ranks = assignRanks(Array.from({ length: 10_000 }, () => null))
  const tight = [...ranks.slice(0, 5_000), (ranks[4_999] ?? 0) + 1, (ranks[4_999] ?? 0) + 2, ...ranks.slice(5_000)]
  const order = [...tight.slice(0, 5_001), null, ...tight.slice(5_001)]
  const changed = assignRanks(order).filter((rank, index) => rank !== order[index])
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.length).toBeLessThan(5)
})

test('gives increasing ranks to every order, and again to every order after it', () => {
  const steps = fc.array(fc.array(fc.nat(30), { maxLength: 12 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(steps, (orders) => {
      let ranks = new Map<number, number>()
      for (const order of orders.map((keys) => [...new Set(keys)])) {
        const next = assignRanks(order.map((key) => ranks.get(key) ?? null))
        expect(increasing(next)).toBe(true)
        expect(next.every(Number.isSafeInteger)).toBe(true)
        ranks = new Map(order.map((key, index) => [key, next[index] ?? 0]))
      }
    }),
  )
})

test('survives a thousand insertions at one place', () => {
  let ranks = assignRanks([null, null])
  for (let count = 0; count < 1_000; count += 1) {
    ranks = assignRanks([ranks[0] ?? 0, null, ...ranks.slice(1)])
    expect(increasing(ranks)).toBe(true)
  }
})

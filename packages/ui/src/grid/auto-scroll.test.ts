import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgeDepth, scrollSpeedPxPerS } from './auto-scroll.ts'

const span = { topPx: 100, bottomPx: 900 }

test('scrolls in a band at either edge and not between', () => {
  expect(edgeDepth(500, span)).toBe(0)
  expect(edgeDepth(180, span)).toBe(0)
  expect(edgeDepth(820, span)).toBe(0)
  expect(edgeDepth(100, span)).toBe(-1)
  expect(edgeDepth(900, span)).toBe(1)
})

test('does not grow beyond twice the band outside', () => {
  expect(edgeDepth(-5000, span)).toBe(-2)
  expect(edgeDepth(5000, span)).toBe(2)
})

test('leaves half of a low scroller calm', () => {
  expect(edgeDepth(50, { topPx: 0, bottomPx: 100 })).toBe(0)
  expect(edgeDepth(5, { topPx: 0, bottomPx: 100 })).toBeLessThan(0)
  expect(edgeDepth(5, { topPx: 0, bottomPx: 0 })).toBe(0)
})

test('is faster the deeper and the longer, up to its top speed', () => {
  const depth = fc.double({ min: 0.01, max: 2, noNaN: true })
  const held = fc.integer({ min: 0, max: 60_000 })
  fc.assert(
    fc.property(depth, depth, held, held, (a, b, c, d) => {
      const slow = scrollSpeedPxPerS(Math.min(a, b), Math.min(c, d))
      const fast = scrollSpeedPxPerS(Math.max(a, b), Math.max(c, d))
      expect(fast).toBeGreaterThanOrEqual(slow)
      expect(fast).toBeLessThanOrEqual(24_000)
      expect(scrollSpeedPxPerS(-a, c)).toBe(-scrollSpeedPxPerS(a, c))
    }),
  )
})

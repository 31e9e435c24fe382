import { expect, test } from 'vitest'
import { createLimiter } from './create-limiter.ts'

test('runs no more at once than it may, in order, and goes on after a failure', async () => {
  const limit = createLimiter(2)
  let running = 0
  let most = 0
  const order: number[] = []
  const task = (id: number) => async () => {
    running += 1
    most = Math.max(most, running)
    order.push(id)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    if (id === 1) throw new Error('one')
    return id
  }
  const settled = await Promise.allSettled([0, 1, 2, 3, 4].map((id) => limit(task(id))))
  expect(settled.map((result) => result.status)).toEqual(['fulfilled', 'rejected', ...Array(3).fill('fulfilled')])
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4])
  expect(await limit(task(5))).toBe(5)
})

import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { crashAt } from './simulation/crash-at.ts'
import { scenarios } from './simulation/crash-scenarios.ts'
import { createSimulationDatabase, type SimulationDatabase } from './simulation/simulation-database.ts'

let own: SimulationDatabase
beforeAll(async () => {
  own = await createSimulationDatabase(inject('postgresUrl'))
})
afterAll(() => own.drop())

test.each(scenarios)(
  'survives a process that dies at any I/O boundary: $name',
  { timeout: 120_000 },
  async (scenario) => {
    const whole = await crashAt(own.database, scenario, null)
    expect(whole.boundaries).toBeGreaterThanOrEqual(2)
    for (let nth = 1; nth <= whole.boundaries; nth += 1) {
      const crash = await crashAt(own.database, scenario, nth)
      expect(crash.hasDied).toBe(true)
      const isAllOrNothing = [whole.before, whole.after].some((state) => isDeepStrictEqual(state, crash.after))
      expect(isAllOrNothing, `boundary ${nth} left ${crash.after.length} pictures`).toBe(true)
    }
  },
)

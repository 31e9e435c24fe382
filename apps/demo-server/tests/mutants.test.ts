import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { catchMutant, mutants } from './mutants/catch-mutant.ts'
import { races } from './mutants/races.ts'
import { createSimulationDatabase, type SimulationDatabase } from './simulation/simulation-database.ts'

/** Those that a seed or two find; `npm run simulate -- --mutants` runs all. */
const quick = new Set([
  'delete before commit',
  'bytes before row',
  'drop the purge row before the delete',
  'purge of the original alone',
  "staged expiry ignoring the ticket's life",
  'condemn in the application',
  'judge that does not look at the due time',
  'attach without looking',
])

let own: SimulationDatabase
beforeAll(async () => {
  own = await createSimulationDatabase(inject('postgresUrl'))
})
afterAll(() => own.drop())

test.each(mutants.filter((mutant) => mutant.race || quick.has(mutant.name)))(
  'catches the protocol mutant: $name',
  { timeout: 120_000 },
  async (mutant) => {
    const { violation } = await catchMutant(inject('postgresUrl'), mutant, 10)
    expect(violation).not.toBeNull()
  },
)

test.each(Object.entries(races))('keeps the promise of the race that catches a mutant: %s', async (_, race) => {
  expect(await race(own.database)).toBeNull()
})

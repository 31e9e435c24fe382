import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeFailure, runSeeds } from './simulation/run-seeds.ts'
import { createSimulationDatabase, type SimulationDatabase } from './simulation/simulation-database.ts'

/** Each takes a quarter of a second where nothing else runs. */
const seeds = 60

let own: SimulationDatabase
beforeAll(async () => {
  own = await createSimulationDatabase(inject('postgresUrl'))
})
afterAll(() => own.drop())

test('keeps every promise in simulated histories with faults', { timeout: 300_000 }, async () => {
  const summary = await runSeeds(own.database, { from: 1, count: seeds })
  expect(summary.failure && describeFailure(summary.failure)).toBeNull()
})

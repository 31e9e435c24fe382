import { runSeeds } from '../simulation/run-seeds.ts'
import { createSimulationDatabase } from '../simulation/simulation-database.ts'
import type { Violation } from '../simulation/violation.ts'
import { moduleMutants } from './module-mutants.ts'
import type { Mutant } from './mutant.ts'
import { races } from './races.ts'
import { schemaMutants } from './schema-mutants.ts'
import { statementMutants } from './statement-mutants.ts'

export const mutants: readonly Mutant[] = [...moduleMutants, ...schemaMutants, ...statementMutants]

export interface Catch {
  /** Null: the mutant got away. */
  readonly violation: Violation | null
  /** How it was found: the race's name, or after how many seeds of the simulation. */
  readonly by: string
}

/** Runs a mutant until it breaks a promise, or the seeds end. */
export async function catchMutant(serverUrl: string, mutant: Mutant, seeds: number): Promise<Catch> {
  const own = await createSimulationDatabase(serverUrl, mutant.sql)
  try {
    if (mutant.race) {
      const database = (mutant.composition?.wrapDatabase ?? ((inner) => inner))(own.database)
      return { violation: await races[mutant.race](database), by: `race: ${mutant.race.replaceAll('-', ' ')}` }
    }
    const composition = mutant.composition ?? {}
    const summary = await runSeeds(own.database, { from: 1, count: seeds }, { composition, shrink: false })
    return { violation: summary.failure?.violation ?? null, by: `simulation: seed ${summary.seeds}` }
  } finally {
    await own.drop()
  }
}

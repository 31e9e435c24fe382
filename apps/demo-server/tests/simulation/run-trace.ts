import type { Database } from '../../src/db/database.ts'
import { checkStep } from './check-step.ts'
import { performStep } from './perform-step.ts'
import { quiesce } from './quiesce.ts'
import type { Step } from './step.ts'
import { Violation } from './violation.ts'
import { createWorld, type WorldOptions } from './world.ts'

export interface Trace {
  readonly seed: number
  readonly steps: readonly Step[]
}

export interface TraceResult {
  readonly violation: Violation | null
  /** Index of the step after which it was found; as many as there are steps: at quiescence. */
  readonly at: number
  readonly faults: number
}

/** What a mutant changes of the world. */
export type Composition = Omit<WorldOptions, 'graceMs'>

const gracesMs = [0, 10_000, 86_400_000, 604_800_000]

/** Runs a trace in a fresh world on the database; checks after each step, and everything at the end. */
export async function runTrace(database: Database, trace: Trace, composition: Composition = {}): Promise<TraceResult> {
  const graceMs = gracesMs[trace.seed % gracesMs.length] ?? 0
  const world = await createWorld(database, { ...composition, graceMs })
  let at = 0
  try {
    for (const step of trace.steps) {
      await performStep(world, step)
      await checkStep(world)
      at += 1
    }
    await quiesce(world)
    return { violation: null, at, faults: world.store.faultCount }
  } catch (error) {
    for (const sleeper of world.sleepers) sleeper.wake()
    await Promise.allSettled(world.sleepers.map((sleeper) => sleeper.finished))
    const violation = error instanceof Violation ? error : new Violation('crash', String(error))
    return { violation, at, faults: world.store.faultCount }
  }
}

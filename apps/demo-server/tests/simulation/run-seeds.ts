import type { Database } from '../../src/db/database.ts'
import { runTrace, type Composition, type Trace } from './run-trace.ts'
import { shrinkTrace } from './shrink-trace.ts'
import { drawTrace } from './step.ts'
import type { Violation } from './violation.ts'

const stepsPerSeed = 40
const vacuumEvery = 100

export interface SeedRange {
  readonly from: number
  readonly count: number
}

export interface Failure {
  readonly violation: Violation
  /** The fewest steps that still break the same promise. */
  readonly trace: Trace
}

export interface SimulationSummary {
  readonly seeds: number
  readonly steps: number
  readonly faults: number
  readonly failure: Failure | null
}

/** Runs seed after seed until one breaks a promise. */
export async function runSeeds(
  database: Database,
  range: SeedRange,
  options: { composition?: Composition; shrink?: boolean; onSeed?: (done: number) => void } = {},
): Promise<SimulationSummary> {
  let steps = 0
  let faults = 0
  for (let seeds = 1; seeds <= range.count; seeds += 1) {
    const seed = range.from + seeds - 1
    const trace = { seed, steps: drawTrace(seed, stepsPerSeed) }
    const result = await runTrace(database, trace, options.composition)
    steps += result.at
    faults += result.faults
    options.onSeed?.(seeds)
    if (result.violation) {
      const failing = { ...trace, steps: trace.steps.slice(0, result.at + 1) }
      const shrunk = options.shrink === false ? failing : await shrink(database, failing, result.violation)
      return { seeds, steps, faults, failure: { violation: result.violation, trace: shrunk } }
    }
    // Each seed leaves nothing but dead rows.
    if (seeds % vacuumEvery === 0) await database.query('vacuum analyze')
  }
  return { seeds: range.count, steps, faults, failure: null }

  function shrink(target: Database, trace: Trace, violation: Violation): Promise<Trace> {
    return shrinkTrace(trace, async (candidate) => {
      const again = await runTrace(target, candidate, options.composition)
      return again.violation?.invariant === violation.invariant
    })
  }
}

/** A violation with its trace, one line per step, for a person; `--replay` takes the JSON. */
export function describeFailure({ violation, trace }: Failure): string {
  const lines = trace.steps.map((step, index) => {
    const faults = step.faults.filter((fault) => fault !== 'none')
    const facts = [
      faults.length > 0 ? `faults ${step.faults.join(' ')}` : '',
      step.lostCommit === null
        ? ''
        : `commit ${step.lostCommit.nth} lost${step.lostCommit.isDone ? ' after it was done' : ''}`,
      step.pauseAt === null ? '' : `stands still in storage call ${step.pauseAt}`,
    ]
    return `  ${index + 1}. ${step.kind} ${step.picks.join(' ')} ${facts.filter(Boolean).join(', ')}`.trimEnd()
  })
  return `${violation.message}\nseed ${trace.seed}, ${trace.steps.length} steps:\n${lines.join('\n')}`
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../src/embedded/start-postgres.ts'
import { writeMutantTable } from './mutants/write-mutant-table.ts'
import { describeFailure, runSeeds, type SimulationSummary } from './simulation/run-seeds.ts'
import { runTrace, type Trace } from './simulation/run-trace.ts'
import { createSimulationDatabase } from './simulation/simulation-database.ts'

// npm run simulate -- [--seeds 1000] [--from 1] | --replay trace.json | --mutants
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    replay: { type: 'string' },
    mutants: { type: 'boolean' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const progressEvery = 50

const dataDir = await mkdtemp(join(tmpdir(), 'gallerist-simulation-'))
const given = process.env['TEST_DATABASE_URL']
const embedded = given === undefined ? await startPostgres({ dataDir }) : null
const url = given ?? embedded?.url ?? ''
try {
  process.exitCode = (await run()) ? 0 : 1
} finally {
  await embedded?.stop()
  await rm(dataDir, { recursive: true, force: true })
}

function run(): Promise<boolean> {
  if (values.mutants) return writeMutantTable(url, say)
  return values.replay === undefined ? simulate() : replay(values.replay)
}

async function simulate(): Promise<boolean> {
  const range = { from: Number(values.from ?? 1), count: Number(values.seeds ?? 1000) }
  const own = await createSimulationDatabase(url)
  const startedAt = performance.now()
  const seconds = (): string => ((performance.now() - startedAt) / 1000).toFixed(0)
  const onSeed = (done: number): void => {
    if (done % progressEvery === 0) say(`${done} of ${range.count} seeds, ${seconds()} s`)
  }
  const summary = await runSeeds(own.database, range, { onSeed })
  await own.drop()
  if (summary.failure) await keep(summary.failure.trace, describeFailure(summary.failure))
  say(describe(summary, seconds()))
  return summary.failure === null
}

async function replay(file: string): Promise<boolean> {
  const own = await createSimulationDatabase(url)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file that this program wrote
  const trace = JSON.parse(await readFile(file, 'utf8')) as Trace
  const { violation, at } = await runTrace(own.database, trace)
  await own.drop()
  say(violation === null ? 'no violation' : `${violation.message}\nafter step ${at + 1} of ${trace.steps.length}`)
  return violation === null
}

async function keep(trace: Trace, description: string): Promise<void> {
  const file = `simulation-${trace.seed}.json`
  await writeFile(file, JSON.stringify(trace, null, 2))
  say(`${description}\nRun it again: npm run simulate -- --replay ${file}`)
}

function describe({ seeds, steps, faults, failure }: SimulationSummary, seconds: string): string {
  const found = failure === null ? 'no violation' : `violation of ${failure.violation.invariant}`
  return `${seeds} seeds, ${steps} steps, ${faults} faults, ${seconds} s: ${found}`
}

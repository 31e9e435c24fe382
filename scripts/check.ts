// Every gate, one after the other; a failed one does not hide the next. Ends with one line: `<N> passed, <M> failed`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readTestCounts, type TestCounts } from './check/read-test-counts.ts'

interface Gate {
  readonly title: string
  readonly command: readonly [string, ...string[]]
  /** Where Vitest leaves its results: its tests are counted, not the gate. */
  readonly results?: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const results = fileURLToPath(new URL('../node_modules/.cache/test-results.json', import.meta.url))

const gates: readonly Gate[] = [
  { title: 'format', command: ['oxfmt', '--check'] },
  { title: 'lint, import boundaries, cycles', command: ['oxlint', '--deny-warnings'] },
  { title: 'types', command: ['tsc', '-b'] },
  { title: 'unused code', command: ['knip'] },
  {
    title: 'tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    results,
  },
  { title: 'storybook build', command: ['pnpm', '--silent', '--filter', '@gallerist/ui', 'run', 'build-storybook'] },
  { title: 'library build', command: ['pnpm', '-r', '--silent', 'run', 'build'] },
  { title: 'packed packages', command: ['node', 'scripts/check-packages.ts'] },
]

let stopRequested = false
let stopRunning: () => void = () => undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopRequested = true
    stopRunning()
  })

async function runGate({ title, command: [program, ...programArguments], results: file }: Gate): Promise<TestCounts> {
  console.log(`\n── ${title}`)
  if (file !== undefined) await rm(file, { force: true })
  const startedAt = performance.now()
  const child = spawn(program, programArguments, { cwd: root, stdio: 'inherit' })
  stopRunning = () => void child.kill()
  const ended = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [1])])
  const hasPassed = ended[0] === 0
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`── ${title}: ${hasPassed ? 'passed' : 'FAILED'} in ${seconds} s`)
  if (file !== undefined) return await readTestCounts(file, hasPassed)
  return { passed: Number(hasPassed), failed: Number(!hasPassed) }
}

let passed = 0
let failed = 0
for (const gate of gates) {
  if (stopRequested) break
  const counts = await runGate(gate)
  passed += counts.passed
  failed += counts.failed
}
if (stopRequested) failed += 1
console.log(`\nEach test counts as one, and so does each of the other ${gates.length - 1} gates.`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

// Every gate, one after the other; a failed one does not hide the next. Ends with one line: `<N> passed, <M> failed`.
import { runVisibly, stopSignal } from './run-visibly.ts'
import { type Counts, runVitest } from './run-vitest.ts'

async function runGate(program: string, ...programArguments: string[]): Promise<Counts> {
  const hasPassed = await runVisibly(program, programArguments)
  return { passed: Number(hasPassed), failed: Number(!hasPassed) }
}

const gates: Readonly<Record<string, () => Promise<Counts>>> = {
  format: () => runGate('oxfmt', '--check'),
  'lint, import boundaries, cycles': () => runGate('oxlint', '--deny-warnings'),
  types: () => runGate('tsc', '-b'),
  'unused code': () => runGate('knip'),
  tests: () => runVitest(),
  'storybook build': () => runGate('pnpm', '--silent', '--filter', '@gallerist/ui', 'run', 'build-storybook'),
  'packed packages': () => runGate('node', 'scripts/check-packages.ts'),
}

let passed = 0
let failed = 0
const summary: string[] = []
for (const [title, run] of Object.entries(gates)) {
  if (stopSignal.aborted) break
  console.log(`\n── ${title}`)
  const startedAt = performance.now()
  const counts = await run()
  passed += counts.passed
  failed += counts.failed
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  summary.push(`${counts.failed === 0 ? 'ok    ' : 'FAILED'}  ${title}: ${seconds} s`)
}
if (stopSignal.aborted) summary.push('STOPPED before the end')

console.log(`\n${summary.join('\n')}`)
console.log('Each test counts as one, and so does each other gate.')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && !stopSignal.aborted ? 0 : 1

import { runReconcile } from './run-reconcile.ts'

const usage = 'usage: npm run gallerist -- reconcile [--json]'

const [command, ...flags] = process.argv.slice(2)
if (command !== 'reconcile' || flags.some((flag) => flag !== '--json')) {
  console.error(usage)
  process.exitCode = 2
} else {
  try {
    const { text, isClean } = await runReconcile({ asJson: flags.includes('--json') })
    console.log(text)
    process.exitCode = isClean ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}

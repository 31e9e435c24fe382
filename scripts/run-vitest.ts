import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runVisibly } from './run-visibly.ts'

const resultsFile = fileURLToPath(new URL('../node_modules/.cache/test-results.json', import.meta.url))

export interface Counts {
  readonly passed: number
  readonly failed: number
}

export interface TestCounts extends Counts {
  readonly skipped: number
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/**
 * Runs Vitest and counts its tests. A file that did not load has no tests and counts as one failure; so does a run that
 * failed for a reason no test shows (an unhandled error, a report that is missing).
 */
export async function runVitest(
  vitestArguments: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<TestCounts> {
  await rm(resultsFile, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`]
  const hasPassed = await runVisibly('vitest', ['run', ...reporters, ...vitestArguments], env)
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, testResults } = await readReport()
  const unloaded = testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0)
  const failed = numFailedTests + unloaded.length
  return { passed, failed: hasPassed || failed > 0 ? failed : 1, skipped }
}

async function readReport(): Promise<Report> {
  try {
    return JSON.parse(await readFile(resultsFile, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] }
  }
}

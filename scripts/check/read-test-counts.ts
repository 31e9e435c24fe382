import { readFile } from 'node:fs/promises'

export interface TestCounts {
  readonly passed: number
  readonly failed: number
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/**
 * Counts tests from Vitest's JSON report. A file that did not load has no tests and counts as one failure; so does a run
 * that failed for a reason no test shows (an unhandled error, a report that is missing).
 */
export async function readTestCounts(file: string, hasPassed: boolean): Promise<TestCounts> {
  const { numPassedTests: passed, numFailedTests, testResults } = await readReport(file)
  const unloaded = testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0)
  const failed = numFailedTests + unloaded.length
  if (!hasPassed && failed === 0) return { passed, failed: 1 }
  return { passed, failed }
}

async function readReport(file: string): Promise<Report> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}

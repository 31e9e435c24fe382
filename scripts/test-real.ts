// The suites of server and storage on services we did not write: a PostgreSQL 15 and Ceph's S3. What a machine cannot
// have is left out and named; tests that make the store misbehave skip themselves on one that is not ours.
// Ends with one line: `<N> passed, <M> failed`.
import { stopSignal } from './run-visibly.ts'
import { runVitest } from './run-vitest.ts'
import { NotHere, type Service } from './test-real/service.ts'
import { startPostgres15 } from './test-real/start-postgres-15.ts'
import { startRadosgw } from './test-real/start-radosgw.ts'

const started: Service[] = []
const report: string[] = []
let passed = 0
let failed = 0

async function start<Kind extends Service>(title: string, startService: () => Promise<Kind>): Promise<Kind | null> {
  if (stopSignal.aborted) return null
  console.log(`starting ${title}`)
  try {
    const service = await startService()
    started.push(service)
    return service
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (!(error instanceof NotHere)) failed += 1
    report.push(`${error instanceof NotHere ? 'left out' : 'FAILED'}  ${title}: ${message}`)
    return null
  }
}

async function runSuite(
  title: string,
  vitestArguments: string[],
  services: readonly (Service | null)[],
): Promise<void> {
  const present = services.filter((service) => service !== null)
  if (present.length === 0 || stopSignal.aborted) {
    report.push(`left out  ${title}`)
    return
  }
  const env = Object.assign({}, ...present.map((service) => service.env))
  const counts = await runVitest(vitestArguments, env)
  passed += counts.passed
  failed += counts.failed
  const where = present.map((service) => service.title.trim()).join(' and ')
  const result = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
  report.push(`${counts.failed === 0 ? 'ok' : 'FAILED'}  ${title} on ${where}: ${result}`)
}

try {
  const postgres = await start('PostgreSQL 15', startPostgres15)
  const radosgw = await start('Ceph radosgw', startRadosgw)
  await runSuite('demo server', ['--project', 'demo-server'], [postgres, radosgw])
  const conformed = radosgw && { ...radosgw, env: radosgw.conformanceEnv }
  await runSuite('S3 conformance', ['--project', 'dev-s3', 'tests/conformance'], [conformed])
} finally {
  for (const service of started) await service.stop()
}
console.log(`\n${report.join('\n')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 && !stopSignal.aborted ? 0 : 1

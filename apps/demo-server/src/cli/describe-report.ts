import type { ReconcileFindings, ReconcileReport } from '@gallerist/sdk/contract'

/** A report as people read it: what was proven in the first line, then each finding. */
export function describeReport(report: ReconcileReport): string {
  const { stopped, strays, suspects, nearMatches, dangling, wrongSize, youngCount, unansweredCount } = report
  const looked = `${report.objectCount} objects, ${report.storedBytes} bytes`
  const head =
    stopped === null
      ? `${strays.count} orphans, ${dangling.count} dangling, ${looked}`
      : `STOPPED (${stopped.reason}), nothing is proven: ${stopped.message}\nSeen until then: ${looked}`
  return [
    head,
    ...list('Files without their object', dangling),
    ...list('Objects of another size than recorded', wrongSize),
    ...list('Orphans: unknown to the database in two passes', strays),
    ...list('Unknown to the database so far; run again to be sure', suspects),
    ...list('Spelt almost like a key of ours', nearMatches),
    ...(youngCount > 0 ? [`Unknown, younger than a day: ${youngCount}`] : []),
    ...(unansweredCount > 0 ? [`Not listed, and storage gave no answer: ${unansweredCount}`] : []),
    ...(report.incompleteUploadCount
      ? [`Uploads in parts that were never ended: ${report.incompleteUploadCount}`]
      : []),
    'Nothing was deleted.',
  ].join('\n')
}

function list(title: string, { count, samples }: ReconcileFindings): string[] {
  if (count === 0) return []
  const more = count > samples.length ? [`  … and ${count - samples.length} more`] : []
  const lines = samples.map(({ key, knownKey }) => `  ${key}${knownKey === null ? '' : ` (for ${knownKey})`}`)
  return [`${title}: ${count}`, ...lines, ...more]
}

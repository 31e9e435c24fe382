import type { Invariants, ReconcileReport } from '@gallerist/sdk'
import { plural } from '../format/plural.ts'

/** Of the badge; `broken`: somebody should look. */
export type ProofStatus = 'proven' | 'broken' | 'unproven'

export function toProofStatus({ provenAt, invariants }: Invariants): ProofStatus {
  if (invariants.some(({ violationCount }) => (violationCount ?? 0) > 0)) return 'broken'
  return provenAt === null ? 'unproven' : 'proven'
}

/** @example '0 orphans, 0 dangling, 41 objects, proven 12 s ago' */
export function describeProof(proof: Invariants, nowMs: number): string {
  const { orphanCount, danglingCount, objectCount, provenAt } = proof
  if (provenAt === null) return 'Bucket and database were not compared yet'
  const counts = [plural(orphanCount ?? 0, 'orphan'), `${danglingCount} dangling`, plural(objectCount ?? 0, 'object')]
  return `${counts.join(', ')}, proven ${formatAgo(nowMs - Date.parse(provenAt))}`
}

/** What is broken, and why the last comparison proved nothing; one sentence each. */
export function describeTrouble(proof: Invariants, report: ReconcileReport | undefined): string[] {
  const broken = proof.invariants
    .filter(({ violationCount }) => (violationCount ?? 0) > 0)
    .map(({ id, statement, violationCount }) => `${id} is broken ${violationCount} times: ${statement}`)
  return report?.stopped ? [...broken, report.stopped.message] : broken
}

function formatAgo(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 90) return `${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  return minutes < 90 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`
}

import { ReconcileStop } from './reconcile-stop.ts'

export interface ReconcileRules {
  /** An unknown object younger than this may be somebody's upload, in milliseconds. */
  readonly minAgeMs: number
  /** Objects per listing. */
  readonly pageSize: number
  /** Findings of one kind that are shown. */
  readonly samples: number
  /** More findings of one kind than this, and the pass stops: rather a wrong database or bucket. */
  readonly mostFindings: number
  /** So does a larger share of all objects than this … */
  readonly mostShare: number
  /** … where it is more than a few. */
  readonly fewFindings: number
}

export const defaultRules: ReconcileRules = {
  minAgeMs: 86_400_000,
  pageSize: 1_000,
  samples: 20,
  mostFindings: 10_000,
  mostShare: 0.1,
  fewFindings: 10,
}

/** The breaker. `total` is null while it is not known yet. */
export function stopOnTooMany(
  rules: ReconcileRules,
  what: string,
  found: { count: number; total: number | null },
): void {
  const { count, total } = found
  const isShareTooLarge = total !== null && count > rules.fewFindings && count > total * rules.mostShare
  if (count <= rules.mostFindings && !isShareTooLarge) return
  const share = total === null ? `${count}` : `${count} of ${total}`
  throw new ReconcileStop(
    'too-many-findings',
    `${share} ${what}: this looks like the wrong database or the wrong bucket, so nothing is concluded.`,
  )
}

import type { StorageObject } from '@gallerist/sdk'
import { formatBytes } from '../format/format-bytes.ts'
import { plural } from '../format/plural.ts'

/** What the bar is divided into, in this order. */
export const shares = ['attached', 'staged', 'condemned', 'other'] as const
export type Share = (typeof shares)[number]

export interface BucketTotals {
  readonly objectCount: number
  readonly sizeBytes: number
  readonly counts: Readonly<Record<Share, number>>
  readonly bytes: Readonly<Record<Share, number>>
}

export function toBucketTotals(objects: readonly StorageObject[]): BucketTotals {
  const counts = { attached: 0, staged: 0, condemned: 0, other: 0 }
  const bytes = { attached: 0, staged: 0, condemned: 0, other: 0 }
  for (const { state, sizeBytes } of objects) {
    const share = toShare(state)
    counts[share] += 1
    bytes[share] += sizeBytes
  }
  return { objectCount: objects.length, sizeBytes: shares.reduce((sum, share) => sum + bytes[share], 0), counts, bytes }
}

/** @example '38 objects · 12.4 MB · 2 condemned' */
export function describeTotals({ objectCount, sizeBytes, counts }: BucketTotals): string {
  return [
    plural(objectCount, 'object'),
    formatBytes(sizeBytes),
    ...(['staged', 'condemned'] as const).flatMap((share) => (counts[share] > 0 ? [`${counts[share]} ${share}`] : [])),
  ].join(' · ')
}

function toShare(state: StorageObject['state']): Share {
  if (state === 'deleting') return 'condemned'
  return shares.find((share) => share === state) ?? 'other'
}

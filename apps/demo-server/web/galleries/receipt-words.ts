import type { Receipt } from '@gallerist/sdk'
import { formatBytes } from '../format/format-bytes.ts'
import { plural } from '../format/plural.ts'

/** Time in which the act can be taken back; 0 where it cannot, or no longer. */
export function undoLeftMs({ undoUntil, undoneAt }: Receipt, nowMs: number): number {
  return undoUntil === null || undoneAt !== null ? 0 : Math.max(0, Date.parse(undoUntil) - nowMs)
}

/** How far a deletion is. Only what was seen to be gone counts as deleted. */
export function describeOutcome({ files, undoneAt }: Receipt): string {
  if (undoneAt !== null) return 'The gallery and its files are as they were.'
  if (files.length === 0) return 'It had no files.'
  const of = (...outcomes: readonly string[]) => files.filter(({ outcome }) => outcomes.includes(outcome))
  const deleted = of('deleted')
  const pending = of('scheduled', 'failing')
  const kept = of('kept')
  const freed = deleted.reduce((bytes, file) => bytes + file.storedBytes, 0)
  return [
    ...(pending.length > 0 ? [`${plural(pending.length, 'file')} about to be deleted`] : []),
    ...(deleted.length > 0 ? [`${plural(deleted.length, 'file')} deleted, ${formatBytes(freed)} freed`] : []),
    ...(kept.length > 0 ? [`${kept.length} kept: still used elsewhere`] : []),
    ...(of('held').length > 0 ? [`${of('held').length} held: storage is switched off`] : []),
  ].join(' · ')
}

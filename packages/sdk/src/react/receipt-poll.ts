import type { FileOutcome, Receipt } from '../contract/index.ts'

const pending: ReadonlySet<FileOutcome> = new Set<FileOutcome>(['scheduled', 'failing'])
const shortestMs = 1_000
const longestMs = 30_000

/**
 * When to ask for a receipt again: once the next file is due, no sooner than in 1 s and no later than in 30 s; false
 * where no outcome is pending.
 */
export function toReceiptPollMs(receipt: Receipt | undefined, nowMs: number): number | false {
  const due = (receipt?.files ?? [])
    .filter((file) => pending.has(file.outcome))
    .map((file) => Date.parse(file.failure?.nextAttemptAt ?? file.dueAt ?? '') || nowMs)
  if (due.length === 0) return false
  return Math.min(longestMs, Math.max(shortestMs, Math.min(...due) - nowMs))
}

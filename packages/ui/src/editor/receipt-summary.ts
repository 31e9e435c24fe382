import type { FileOutcome, Receipt } from '@gallerist/sdk/contract'

export interface ReceiptSummary {
  /** Only what was seen to be gone counts. */
  readonly deleted: FileCount
  /** Still to be deleted, whether its time has come or storage refuses so far. */
  readonly pending: FileCount
  readonly keptCount: number
}

export interface FileCount {
  readonly count: number
  readonly bytes: number
}

/** How far a receipt is. */
export function toReceiptSummary({ files }: Receipt): ReceiptSummary {
  const those = (...outcomes: readonly FileOutcome[]): FileCount => {
    const matching = files.filter(({ outcome }) => outcomes.includes(outcome))
    return { count: matching.length, bytes: matching.reduce((bytes, file) => bytes + file.storedBytes, 0) }
  }
  const keptCount = files.length - those('deleted', 'scheduled', 'failing').count
  return { deleted: those('deleted'), pending: those('scheduled', 'failing'), keptCount }
}

/** Time in which the act can still be taken back; 0 where it cannot, or no longer. */
export function undoLeftMs({ undoUntil, undoneAt }: Receipt, nowMs: number): number {
  return undoUntil === null || undoneAt !== null ? 0 : Math.max(0, Date.parse(undoUntil) - nowMs)
}

import type { FileOutcome } from '@gallerist/sdk/contract'
import type { ReceiptSummary } from '../editor/receipt-summary.ts'
import { formatBytes } from './format-bytes.ts'
import { plural } from './plural.ts'

const outcome: Readonly<Record<FileOutcome, string>> = {
  scheduled: 'Will be deleted',
  deleted: 'Deleted',
  failing: 'Not deleted yet',
  kept: 'Kept',
  restored: 'Restored',
  held: 'Held: storage is switched off',
  hidden: 'Hidden: older versions are still in the bucket',
}

/** Words of the receipt that follows a save. */
export const receiptMessages = {
  title: 'Saved',
  undoneTitle: 'Save undone',
  summary: describeSummary,
  outcome,
  dueIn: (duration: string) => `Will be deleted in ${duration}`,
  dueNow: 'Being deleted…',
  duration: describeDuration,
  usedBy: (names: readonly string[]) => (names.length === 0 ? 'still used' : `also used by ${names.join(', ')}`),
  unnamedUse: 'another gallery',
  failing: (message: string, attempts: number) => `${message} (${plural(attempts, 'attempt')}), will be tried again`,
  undo: 'Undo save',
  undoing: 'Undoing…',
  undoLeft: (duration: string) => `Undo is possible for ${duration}`,
  undone: 'The gallery is as it was before the save.',
  undoFailed: 'This save could not be undone',
  undoImpossible: {
    'too-late': 'The time for it is over.',
    'already-undone': 'It has been undone already.',
    'files-gone': 'Some of its files are deleted already.',
    'changed-since': 'The gallery was saved again since.',
  },
  dismiss: 'Dismiss',
  details: (count: number) => plural(count, 'file'),
  size: (bytes: number) => formatBytes(bytes, 'en'),
}

function describeSummary({ deleted, pending, keptCount }: ReceiptSummary): string {
  const parts = [
    pending.count > 0 && `${plural(pending.count, 'file')} (${formatBytes(pending.bytes, 'en')}) to be deleted`,
    deleted.count > 0 && `${plural(deleted.count, 'file')} deleted, ${formatBytes(deleted.bytes, 'en')} freed`,
    keptCount > 0 && `${plural(keptCount, 'file')} kept`,
  ]
  return parts.filter((part) => part !== false).join(' · ') || 'No file had to be deleted.'
}

function describeDuration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : plural(Math.round(hours / 24), 'day')
}

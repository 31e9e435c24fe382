import { formatLeft } from '../format/format-left.ts'
import type { BucketFile } from './group-objects.ts'

/** The state of a file in a word or two, with what is left of its time. */
export function describeState({ state, dueAt }: Pick<BucketFile, 'state' | 'dueAt'>, nowMs: number): string {
  const leftMs = dueAt === null ? null : Date.parse(dueAt) - nowMs
  if (state === 'deleting' || state === 'writing') return `${state}…`
  if (leftMs === null) return state
  if (state === 'staged') return `staged, ${formatLeft(leftMs)} left`
  if (state === 'condemned') return leftMs > 0 ? `deleted in ${formatLeft(leftMs)}` : 'deletion due'
  return state
}

/** What a state means, for those who hover over it. */
export const stateMeanings: Readonly<Record<string, string>> = {
  attached: 'In use: nothing deletes it',
  staged: 'Uploaded, in no saved gallery yet; goes when its lease runs out',
  condemned: 'No longer used: deleted when its grace is over, unless an undo brings it back',
  deleting: 'Judged: the delete is on its way',
  incoming: 'An upload, on its way to be verified',
  writing: 'Being written',
  held: 'Storage is switched off: kept until an operator decides',
  unknown: 'No row of the database knows it: nothing deletes it by itself',
  gone: 'Gone from the bucket',
}

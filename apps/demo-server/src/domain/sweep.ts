import { randomUUID } from 'node:crypto'
import type { Database } from '../db/database.ts'
import {
  dueTombstones,
  finishPurges,
  judgeDue,
  leaseDue,
  settleTombstone,
  type LeasedPurge,
  type PurgeResult,
} from '../db/purges.ts'
import type { DeleteOutcome, ObjectStorage } from '../storage/object-storage.ts'

/** What happened to one key, for the log that tells each deletion's story. */
export interface PurgeEvent {
  readonly key: string
  readonly fileId: string | null
  readonly attempt: number
  readonly outcome: DeleteOutcome['state']
  readonly message: string | null
}

export interface SweepDeps {
  readonly database: Database
  readonly storage: ObjectStorage
  readonly onPurged: (event: PurgeEvent) => void
  /** Something that must not happen, or has failed for long. */
  readonly onAlarm: (alarm: { readonly message: string; readonly ids: readonly string[] }) => void
}

interface SweepResult {
  readonly judged: number
  readonly deleted: number
  readonly failed: number
  /** Tombstones that were looked at once more. */
  readonly looked: number
}

const judgeBatch = 500
const lookBatch = 100
/** Longer than the slowest answer of the store, in milliseconds. */
const leaseMs = 120_000
/** A sweep ends, though it finds ever more to do. */
const mostRounds = 1_000
const alarmAfterAttempts = 5

/**
 * One round: judge what is due, lease what is to be deleted, delete it in batches outside any transaction, write down
 * what was observed, and look once more at old tombstones. Any number of instances may sweep at once.
 */
async function sweepOnce(deps: SweepDeps): Promise<SweepResult> {
  const { judged, refused } = await judgeDue(deps.database, judgeBatch)
  if (refused.length > 0) deps.onAlarm({ message: 'due, and yet referenced', ids: refused })
  const token = randomUUID()
  const leased = await leaseDue(deps.database, { limit: deps.storage.deleteBatchSize, leaseMs, token })
  const results = leased.length === 0 ? [] : await purge(deps, leased, token)
  const deleted = results.filter((result) => result.outcome !== null).length
  return { judged, deleted, failed: results.length - deleted, looked: await lookAgain(deps) }
}

/** Sweeps until nothing more can be done or the signal ends it; answers with the rounds that did something. */
export async function sweepAll(deps: SweepDeps, signal?: AbortSignal): Promise<number> {
  for (let round = 0; round < mostRounds; round += 1) {
    if (signal?.aborted) return round
    const { judged, deleted, looked } = await sweepOnce(deps)
    if (judged + deleted + looked === 0) return round
  }
  return mostRounds
}

async function purge(deps: SweepDeps, leased: readonly LeasedPurge[], token: string): Promise<PurgeResult[]> {
  const outcomes = await deps.storage.deleteMany(leased.map((row) => row.key))
  const results = leased.map((row) => {
    const outcome = outcomes.get(row.key) ?? { state: 'retry', message: 'the answer does not mention the key' }
    report(deps, row, outcome)
    return toResult(row, outcome)
  })
  await finishPurges(deps.database, token, results)
  return results
}

function toResult(row: LeasedPurge, outcome: DeleteOutcome): PurgeResult {
  if (outcome.state === 'gone') return { id: row.id, outcome: 'gone', error: null }
  if (outcome.state === 'hidden') return { id: row.id, outcome: 'hidden', error: outcome.message }
  return { id: row.id, outcome: null, error: outcome.message }
}

function report(deps: SweepDeps, row: LeasedPurge, outcome: DeleteOutcome): void {
  const message = outcome.state === 'gone' ? null : outcome.message
  deps.onPurged({ key: row.key, fileId: row.fileId, attempt: row.attempts, outcome: outcome.state, message })
  if (outcome.state === 'gone' || row.attempts < alarmAfterAttempts) return
  deps.onAlarm({ message: `still not deleted after ${row.attempts} attempts: ${message}`, ids: [row.key] })
}

/** A write that arrived late may have brought an object back: such a zombie is queued again. */
async function lookAgain(deps: SweepDeps): Promise<number> {
  const due = await dueTombstones(deps.database, lookBatch)
  const seen = await Promise.all(due.map(async ({ id, key }) => ({ id, presence: await deps.storage.head(key) })))
  for (const { id, presence } of seen) await settleTombstone(deps.database, id, presence)
  return due.length
}

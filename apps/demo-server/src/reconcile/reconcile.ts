import type { MediaId, ReconcileFinding, ReconcileFindings, ReconcileReport } from '@gallerist/sdk/contract'
import type { Database } from '../db/database.ts'
import type { ObjectStorage, StoredObject } from '../storage/object-storage.ts'
import { findNearMatches } from './find-near-matches.ts'
import { createSeen, look } from './look.ts'
import { pair, readPairing } from './pairing.ts'
import { countIncompleteUploads } from './count-incomplete-uploads.ts'
import { endPass, noteUnknown, readNow, startPass } from './reconcile-passes.ts'
import { defaultRules, type ReconcileRules } from './reconcile-rules.ts'
import { stopOnFailure, toStop } from './reconcile-stop.ts'

export interface ReconcileDeps {
  readonly database: Database
  /** It has no way to delete, so it deletes nothing. */
  readonly storage: Pick<ObjectStorage, 'list' | 'head' | 'read' | 'write' | 'listIncompleteUploads'>
}

/**
 * Compares what the bucket holds with what the database says, and reports. The proof of the lifecycle, no part of it:
 * the sweeper needs none of this, and nothing is deleted here.
 *
 * @throws Error where not even the pass could be noted
 */
export async function reconcile(deps: ReconcileDeps, options: Partial<ReconcileRules> = {}): Promise<ReconcileReport> {
  const rules = { ...defaultRules, ...options }
  const pass = await startPass(deps.database)
  const draft = emptyDraft()
  const stopped = await compareAll(deps, { rules, pass, draft }).then(() => null, toStop)
  if (stopped?.reason === 'pairing-mismatch') draft.pairing = 'mismatch'
  const finishedAt = await readNow(deps.database).catch(() => new Date())
  const report = { ...draft, stopped, startedAt: pass.startedAt.toISOString(), finishedAt: finishedAt.toISOString() }
  await endPass(deps.database, pass, report).catch((error: unknown) => {
    // A report that could not be kept is still worth reading where the database is what failed.
    if (stopped === null) throw error
  })
  return report
}

type Draft = Omit<ReconcileReport, 'stopped' | 'startedAt' | 'finishedAt'>

const nothing: ReconcileFindings = { count: 0, samples: [] }

function emptyDraft(): Draft {
  const { objectCount, storedBytes, youngCount, unansweredCount } = createSeen()
  const findings = { strays: nothing, suspects: nothing, nearMatches: nothing, dangling: nothing, wrongSize: nothing }
  const counts = { objectCount, storedBytes, youngCount, unansweredCount, incompleteUploadCount: null }
  return { pairing: 'unpaired', ...counts, ...findings }
}

interface PassAtWork {
  readonly rules: ReconcileRules
  readonly pass: { readonly id: number; readonly startedAt: Date }
  readonly draft: Draft
}

async function compareAll(deps: ReconcileDeps, { rules, pass, draft }: PassAtWork): Promise<void> {
  const database = stopOnFailure(deps.database)
  const { storage } = deps
  draft.pairing = await readPairing(database, storage)
  const seen = createSeen()
  const toFindings = createFindings(rules.samples)
  try {
    await look({ database, storage, startedAt: pass.startedAt, rules }, seen)
    // Not before they were found to fit: a wrong database must not claim a bucket.
    if (draft.pairing === 'unpaired') draft.pairing = await pair(database, storage)
    draft.incompleteUploadCount = await countIncompleteUploads(storage, pass.startedAt.getTime() - rules.minAgeMs)
    const near = await findNearMatches(database, seen)
    const unknown = seen.unknown.filter((object) => !near.has(object))
    const keys = unknown.map((object) => object.key)
    const confirmed = await noteUnknown(database, pass, keys)
    const isStray = ({ key }: StoredObject) => confirmed.has(key)
    draft.strays = toFindings(unknown.filter(isStray).map(toFinding))
    draft.suspects = toFindings(unknown.filter((object) => !isStray(object)).map(toFinding))
    draft.nearMatches = toFindings([...near].map(([object, knownKey]) => ({ ...toFinding(object), knownKey })))
    draft.dangling = toFindings(seen.absent.map(({ key, mediaId }) => ({ ...toFinding({ key }), mediaId })))
  } catch (error) {
    draft.suspects = toFindings(seen.unknown.map(toFinding))
    throw error
  } finally {
    const { objectCount, storedBytes, youngCount, unansweredCount } = seen
    Object.assign(draft, { objectCount, storedBytes, youngCount, unansweredCount })
    draft.wrongSize = toFindings(
      seen.wrongSize.map(({ object, known }) => ({ ...toFinding(object), mediaId: known.mediaId })),
    )
  }
}

function createFindings(samples: number) {
  return (all: readonly ReconcileFinding[]): ReconcileFindings => ({
    count: all.length,
    samples: all.slice(0, samples),
  })
}

function toFinding({ key, sizeBytes }: { key: string; sizeBytes?: number }): ReconcileFinding & {
  mediaId: MediaId | null
} {
  return { key, sizeBytes: sizeBytes ?? null, mediaId: null, knownKey: null }
}

import type { Invariants, ReconcileFindings, ReconcileReport } from '../../contract/index.ts'
import type { Transaction } from './backend-state.ts'
import { toIsoTime } from './iso-time.ts'

const nothing: ReconcileFindings = { count: 0, samples: [] }

/** Compares the objects with the rows. The fake's bucket holds what its rows know, unless a defect of the fake says else. */
export function reconcile({ state, nowMs }: Transaction): ReconcileReport {
  const objects = [...state.objects.values()]
  const alive = [...state.files.values()].filter(({ judgedAtMs }) => judgedAtMs === null)
  const expected = alive.flatMap((file) =>
    [file.originalKey, ...file.thumbnails.map(({ key }) => key)].map((key) => ({ key, mediaId: file.mediaId })),
  )
  const lost = expected.filter(({ key }) => !state.objects.has(key))
  return {
    startedAt: toIsoTime(nowMs),
    finishedAt: toIsoTime(nowMs),
    stopped: null,
    pairing: 'paired',
    objectCount: objects.length,
    storedBytes: objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    strays: nothing,
    suspects: nothing,
    nearMatches: nothing,
    wrongSize: nothing,
    dangling: {
      count: lost.length,
      samples: lost.map(({ key, mediaId }) => ({ key, mediaId, sizeBytes: null, knownKey: null })),
    },
    youngCount: 0,
    unansweredCount: 0,
    incompleteUploadCount: 0,
  }
}

const statements = {
  I1: 'Every file has its objects, of the recorded sizes',
  I3: 'No object is left that nothing uses and nobody will delete',
  I5: 'Every object under our prefixes has a row',
} as const

export function toInvariants(proof: ReconcileReport | null): Invariants {
  const provenAt = proof?.finishedAt ?? null
  const counts = { I1: proof?.dangling.count ?? null, I3: proof?.strays.count ?? null, I5: proof?.strays.count ?? null }
  const toInvariant = (id: keyof typeof statements) => ({
    id,
    statement: statements[id],
    violationCount: counts[id],
    provenAt,
  })
  return {
    orphanCount: counts.I3,
    danglingCount: counts.I1,
    objectCount: proof?.objectCount ?? null,
    provenAt,
    invariants: [toInvariant('I1'), toInvariant('I3'), toInvariant('I5')],
  }
}

import type { Attachment, DocumentPlan, ObjectPlan, Plan, PlanFacts, Receipt } from '@gallerist/sdk/contract'
import { refuse } from './domain-error.ts'
import { hashOf } from './hash-of.ts'

/** A receipt of an act on a gallery that was rolled back, read as what the act would do. */
export function toPlan(receipt: Receipt, { id, version }: { id: Plan['galleryId']; version: number }): Plan {
  return { ...toPlanFacts(receipt, [id, version]), galleryId: id, galleryVersion: version }
}

/** The same of an act on a document. */
export function toDocumentPlan(
  receipt: Receipt,
  { id, version, contentType }: { id: DocumentPlan['documentId']; version: number; contentType: string },
): DocumentPlan {
  return { ...toPlanFacts(receipt, [id, version]), contentType, documentId: id, documentVersion: version }
}

/** The same of taking media off an object. */
export function toObjectPlan(receipt: Receipt, { contentType, objectId }: Attachment): ObjectPlan {
  return { ...toPlanFacts(receipt, [contentType, objectId]), contentType, objectId }
}

/** @throws DomainError PLAN_STALE where the plan that was shown is not what the act has done */
export function refuseStalePlan(ifPlan: string | undefined, plan: PlanFacts): void {
  if (ifPlan === undefined || ifPlan === plan.hash) return
  throw refuse('PLAN_STALE', 'The save would do something else than the plan that was shown. Look at the new plan.', {
    plan,
  })
}

/** `madeAgainst`: what the hash stands for, besides the files. */
function toPlanFacts(receipt: Receipt, madeAgainst: readonly (string | number)[]): PlanFacts {
  const files = receipt.files.map((file) => ({
    mediaId: file.mediaId,
    fileName: file.fileName,
    reason: file.reason,
    verdict: file.outcome === 'kept' || file.outcome === 'held' ? ('keep' as const) : ('delete' as const),
    usedBy: file.usedBy,
    storedBytes: file.storedBytes,
    objectCount: file.objectCount,
  }))
  const deleted = files.filter((file) => file.verdict === 'delete')
  return {
    hash: hashOf([...madeAgainst, files]),
    files,
    deleteCount: deleted.length,
    deleteBytes: deleted.reduce((sum, file) => sum + file.storedBytes, 0),
    keepCount: files.length - deleted.length,
  }
}

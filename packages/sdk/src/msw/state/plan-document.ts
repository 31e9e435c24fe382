import type { Plan, PlanFacts } from '../../contract/index.ts'
import { copyState, type Transaction } from './backend-state.ts'
import type { GalleryRow } from './rows.ts'
import type { DeletionRow } from './deletion-row.ts'
import { toReceipt } from './receipt-document.ts'
import { refuse } from './refusal.ts'
import type { ActOnGallery } from './save-gallery.ts'

/** What an act on a gallery would do to storage. */
export function toPlan(tx: Transaction, gallery: GalleryRow, act: (preview: Transaction) => ActOnGallery): Plan {
  const { id, version } = gallery
  const facts = toPlanFacts(tx, [id, version], (preview) => act(preview).deletion)
  return { ...facts, galleryId: id, galleryVersion: version }
}

/**
 * What an act would do to storage: it is done on a copy, and the copy's receipt is read. `madeAgainst` is what the hash
 * stands for, besides the files.
 */
export function toPlanFacts(
  tx: Transaction,
  madeAgainst: readonly unknown[],
  act: (preview: Transaction) => DeletionRow,
): PlanFacts {
  const preview = { ...tx, state: copyState(tx.state) }
  const files = toReceipt(preview, act(preview)).files.map((file) => ({
    mediaId: file.mediaId,
    fileName: file.fileName,
    reason: file.reason,
    verdict: file.outcome === 'scheduled' ? ('delete' as const) : ('keep' as const),
    usedBy: file.usedBy,
    storedBytes: file.storedBytes,
    objectCount: file.objectCount,
  }))
  const deleted = files.filter((file) => file.verdict === 'delete')
  return {
    hash: hashOf(JSON.stringify([...madeAgainst, files])),
    files,
    deleteCount: deleted.length,
    deleteBytes: deleted.reduce((sum, file) => sum + file.storedBytes, 0),
    keepCount: files.length - deleted.length,
  }
}

/** Refuses an act whose plan, as it was shown, is not what it would do now. */
export function requirePlan(ifPlan: string | undefined, makePlan: () => PlanFacts): void {
  if (ifPlan === undefined) return
  const plan = makePlan()
  if (plan.hash !== ifPlan)
    throw refuse('PLAN_STALE', `The plan ${ifPlan} is not what the save would do now.`, { plan })
}

/** FNV-1a, 32 bits: enough to tell two plans of a test apart. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

import type { GalleryId, Plan, Receipt } from '@gallerist/sdk/contract'
import { hashOf } from './hash-of.ts'

/** A receipt of an act that was rolled back, read as what the act would do. */
export function toPlan(receipt: Receipt, galleryId: GalleryId, galleryVersion: number): Plan {
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
    hash: hashOf([galleryId, galleryVersion, files]),
    galleryId,
    galleryVersion,
    files,
    deleteCount: deleted.length,
    deleteBytes: deleted.reduce((sum, file) => sum + file.storedBytes, 0),
    keepCount: files.length - deleted.length,
  }
}

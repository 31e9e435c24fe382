import type { UploadId } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'

/** Ends the leases of staged uploads, as if their 24 hours were over. */
export function expireLeases({ state, nowMs }: Transaction, isMeant: (uploadId: UploadId) => boolean): void {
  for (const { id, mediaId } of state.uploads.values()) {
    const media = mediaId === null ? undefined : state.media.get(mediaId)
    if (media === undefined || media.everUsed || !isMeant(id)) continue
    state.files.set(media.fileId, { ...expectRow(state.files, media.fileId), dueAtMs: nowMs })
  }
}

import { limits, type MediaId } from '../../contract/index.ts'
import { expectRow, type BackendState, type Transaction } from './backend-state.ts'
import type { FileRow, MediaRow } from './rows.ts'
import { createUseTest } from './uses.ts'

/** Gives a file that nothing uses any more its date, or holds it while storage is off. */
export function condemnFile({ state, nowMs, settings }: Transaction, fileId: string): void {
  const file = expectRow(state.files, fileId)
  if (file.held || file.dueAtMs !== null) return
  put(state, { ...file, ...(state.storageOn ? { dueAtMs: nowMs + settings.graceMs } : { held: true }) })
}

/** Takes a file's date away, because something uses it. */
export function spareFile({ state }: Transaction, fileId: string): void {
  put(state, { ...expectRow(state.files, fileId), dueAtMs: null, held: false })
}

/** Gives a staged upload its full lease; returns the moment it runs out. */
export function setLease({ state, nowMs }: Transaction, fileId: string): number {
  const dueAtMs = nowMs + limits.stagedLeaseMs
  put(state, { ...expectRow(state.files, fileId), dueAtMs, held: false })
  return dueAtMs
}

/** Brings the dates of these media's files in line with who uses them now. A staged upload keeps its lease. */
export function settleMedia(tx: Transaction, mediaIds: Iterable<MediaId>): void {
  const isUsed = createUseTest(tx.state)
  for (const mediaId of new Set(mediaIds)) {
    const media = expectRow(tx.state.media, mediaId)
    if (isUsed(media)) markUsed(tx, media)
    else if (media.everUsed) condemnFile(tx, media.fileId)
  }
}

function markUsed(tx: Transaction, media: MediaRow): void {
  spareFile(tx, media.fileId)
  tx.state.media.set(media.id, { ...media, everUsed: true })
}

function put(state: BackendState, file: FileRow): void {
  state.files.set(file.id, file)
}

import type { BackendState } from './backend-state.ts'
import type { FileRow } from './rows.ts'

/** What a fake storage says to a delete: the failure's message, or null for "gone". */
export type PurgeAnswer = (file: FileRow) => string | null

const retryAfterMs = 1_000

/** Judges and deletes what is due; what storage refuses is tried again later. Runs before every request. */
export function sweep(state: BackendState, nowMs: number, purge: PurgeAnswer): void {
  if (!state.storageOn) return
  for (const file of state.files.values()) if (isDue(file, nowMs)) purgeFile(state, judge(state, file, nowMs), purge)
  for (const upload of state.uploads.values())
    if (upload.ticketExpiresAtMs <= nowMs) state.objects.delete(upload.incomingKey)
}

function isDue({ deletedAtMs, dueAtMs, failure }: FileRow, nowMs: number): boolean {
  return deletedAtMs === null && dueAtMs !== null && dueAtMs <= nowMs && (failure?.nextAttemptAtMs ?? 0) <= nowMs
}

interface JudgedFile extends FileRow {
  readonly sweptAtMs: number
}

function judge(state: BackendState, file: FileRow, nowMs: number): JudgedFile {
  const media = state.media.get(file.mediaId)
  if (media?.fileId === file.id) {
    state.media.delete(media.id)
    state.goneMedia.set(media.id, media.userId)
  }
  return { ...file, judgedAtMs: file.judgedAtMs ?? nowMs, sweptAtMs: nowMs }
}

function purgeFile(state: BackendState, { sweptAtMs, ...file }: JudgedFile, purge: PurgeAnswer): void {
  const message = purge(file)
  if (message !== null) {
    const attempts = (file.failure?.attempts ?? 0) + 1
    state.files.set(file.id, { ...file, failure: { message, attempts, nextAttemptAtMs: sweptAtMs + retryAfterMs } })
    return
  }
  for (const { key } of [{ key: file.originalKey }, ...file.thumbnails]) state.objects.delete(key)
  state.files.set(file.id, { ...file, failure: null, deletedAtMs: sweptAtMs })
}

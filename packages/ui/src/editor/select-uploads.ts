import type { Draft } from './draft.ts'
import { type DraftItem, uploadKeysOf } from './draft-item.ts'
import { type DraftUpload, isUploadPending, isUploadStuck } from './draft-upload.ts'
import { rememberByIdentity } from './remember-by-identity.ts'

export interface NeededUpload {
  /** The tile that needs it. */
  readonly id: string
  readonly upload: DraftUpload
}

const needed = rememberByIdentity((items: readonly DraftItem[], uploads: Draft['uploads']): readonly NeededUpload[] =>
  uploads.size === 0
    ? []
    : items.flatMap((item) =>
        uploadKeysOf(item).flatMap((key) => {
          const upload = uploads.get(key)
          return upload ? [{ id: item.id, upload }] : []
        }),
      ),
)

/** The uploads that items of the draft wait for or hold. */
export function selectNeededUploads(draft: Draft): readonly NeededUpload[] {
  return needed(draft.items, draft.uploads)
}

export interface UploadProgress {
  readonly pendingCount: number
  readonly doneCount: number
  /** Tiles whose upload failed or ran out, in the order of the draft. */
  readonly stuck: readonly NeededUpload[]
  /** Share of all their bytes that is sent; 100 % only when every one is done. */
  readonly fraction: number
}

/** How far the uploads of this draft are. */
export function selectUploadProgress(draft: Draft): UploadProgress {
  const all = selectNeededUploads(draft)
  const pending = all.filter(({ upload }) => isUploadPending(upload))
  const running = all.filter(({ upload }) => !isUploadStuck(upload))
  const total = sum(running.map(({ upload }) => upload.totalBytes))
  const sent = sum(running.map(({ upload }) => upload.sentBytes))
  return {
    pendingCount: pending.length,
    doneCount: running.length - pending.length,
    stuck: all.filter(({ upload }) => isUploadStuck(upload)),
    fraction: pending.length === 0 ? 1 : Math.min(0.99, total === 0 ? 0 : sent / total),
  }
}

/** What the queue has to do so that exactly the needed uploads run. */
export function selectUploadWork(draft: Draft): {
  readonly cancel: readonly string[]
  readonly resume: readonly string[]
} {
  const wanted = new Set(selectNeededUploads(draft).map(({ upload }) => upload.key))
  const all = [...draft.uploads.values()]
  return {
    cancel: all.filter((upload) => isRunning(upload) && !wanted.has(upload.key)).map((upload) => upload.key),
    resume: all.filter((upload) => upload.phase === 'cancelled' && wanted.has(upload.key)).map((upload) => upload.key),
  }
}

function isRunning(upload: DraftUpload): boolean {
  return isUploadPending(upload) && upload.phase !== 'cancelled'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

import { reduceUploads, type UploadEvent } from './reduce-uploads.ts'
import type { UploadPhase, UploadState } from './upload-state.ts'

const settledPhases: ReadonlySet<UploadPhase> = new Set<UploadPhase>(['done', 'failed', 'cancelled'])

export interface UploadStore {
  readonly read: (key: string) => UploadState | null
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => readonly UploadState[]
  readonly dispatch: (event: UploadEvent) => void
  readonly settled: (key: string) => Promise<UploadState | null>
}

/** The list of uploads as an external store: one snapshot until something changes. */
export function createUploadStore(): UploadStore {
  const listeners = new Set<() => void>()
  let uploads: readonly UploadState[] = []

  const read = (key: string): UploadState | null => uploads.find((upload) => upload.key === key) ?? null
  const subscribe = (listener: () => void): (() => void) => {
    // A listener of its own, so that one function may subscribe twice.
    const own = (): void => listener()
    listeners.add(own)
    return () => {
      listeners.delete(own)
    }
  }
  const readSettled = (key: string): UploadState | null | undefined => {
    const upload = read(key)
    return upload === null || settledPhases.has(upload.phase) ? upload : undefined
  }

  return {
    read,
    subscribe,
    getSnapshot: () => uploads,
    dispatch: (event) => {
      const before = uploads
      uploads = reduceUploads(uploads, event)
      if (uploads === before) return
      for (const listener of listeners) tell(listener)
    },
    settled: (key) =>
      new Promise((resolve) => {
        const look = (): void => {
          const upload = readSettled(key)
          if (upload === undefined) return
          unsubscribe()
          resolve(upload)
        }
        const unsubscribe = subscribe(look)
        look()
      }),
  }
}

/** A listener that throws is a defect of its owner: it is reported, and neither the upload nor its slot suffers. */
function tell(listener: () => void): void {
  try {
    listener()
  } catch (error) {
    reportUncaught(error)
  }
}

/** Where there is no `reportError` (Node), as any uncaught error. */
function reportUncaught(error: unknown): void {
  if (typeof reportError === 'function') return reportError(error)
  queueMicrotask(() => {
    throw error
  })
}

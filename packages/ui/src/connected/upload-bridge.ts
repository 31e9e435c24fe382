import type { UploadQueue, UploadState } from '@gallerist/sdk'
import type { EditorStore } from '../editor/editor-store.ts'
import { followUploads } from '../editor/follow-uploads.ts'
import type { UploadPort } from '../editor/upload-port.ts'
import type { EditorMessages } from '../messages/merge-messages.ts'
import { toUploadEvent } from './upload-event.ts'

export interface UploadBridge extends UploadPort {
  /** Keeps draft and queue in step until the result is called. Letting go stops no upload and deletes nothing. */
  attach(): () => void
}

/** One file of the draft, and where it is in the provider's queue. */
interface Transfer {
  readonly file: File
  queueKey: string
}

/** Connects a draft with the provider's upload queue, which outlives the editor. */
export function createUploadBridge(
  queue: UploadQueue,
  store: EditorStore,
  readWords: () => EditorMessages,
): UploadBridge {
  const transfers = new Map<string, Transfer>()
  const stateOf = (key: string): UploadState | undefined => {
    const queueKey = transfers.get(key)?.queueKey
    return queue.getSnapshot().find((state) => state.key === queueKey)
  }
  const port: UploadPort = {
    start(key, file) {
      transfers.set(key, { file, queueKey: queue.add(file, { staged: true }) })
    },
    cancel(key) {
      const transfer = transfers.get(key)
      if (transfer) void queue.cancel(transfer.queueKey)
    },
    resend(key) {
      const transfer = transfers.get(key)
      const phase = stateOf(key)?.phase
      if (!transfer) return
      if (phase === 'failed' || phase === 'cancelled') return queue.retry(transfer.queueKey)
      // The queue believes it done, but the server has let it go.
      if (phase === 'done') queue.forget(transfer.queueKey)
      if (phase === 'done' || phase === undefined) transfer.queueKey = queue.add(transfer.file, { staged: true })
    },
  }
  const hear = () => {
    const states = new Map(queue.getSnapshot().map((state) => [state.key, state]))
    for (const [key, { queueKey }] of transfers) {
      const known = store.getSnapshot().uploads.get(key)
      const state = states.get(queueKey)
      const event = known && state ? toUploadEvent(known, state, readWords()) : null
      if (event) store.dispatch(event)
    }
  }
  const forgetDropped = () => {
    for (const [key, { queueKey }] of transfers) {
      if (store.getSnapshot().uploads.has(key)) continue
      transfers.delete(key)
      queue.forget(queueKey)
    }
  }
  const follow = () => {
    followUploads(store, port)
    forgetDropped()
  }
  return {
    ...port,
    attach() {
      const detach = [queue.subscribe(hear), store.subscribe(follow)]
      hear()
      return () => detach.forEach((stop) => stop())
    },
  }
}

import { throwIfAborted } from '../client/abortable.ts'
import type { CompletedUpload, UploadPurpose } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { toGalleristError } from '../errors/to-gallerist-error.ts'
import type { UploadEvent } from './reduce-uploads.ts'
import type { UploadProgress } from './upload-progress.ts'
import type { UploadClient } from './upload-queue.ts'

/** What only the queue needs to know of an upload. */
export interface UploadOrder {
  readonly key: string
  readonly file: File
  readonly purpose: UploadPurpose
  /** Stays for a retry of what may have happened already, so that it happens once. */
  idempotencyKey: string
  running: { readonly controller: AbortController; readonly ended: Promise<void> } | null
}

export interface AttemptPorts {
  readonly client: UploadClient
  readonly dispatch: (event: UploadEvent) => void
  readonly createId: () => string
  readonly signal: AbortSignal
}

/** One attempt at an upload, told as events; never rejects. */
export async function attemptUpload(order: UploadOrder, ports: AttemptPorts): Promise<void> {
  const { key } = order
  const { client, dispatch, createId, signal } = ports
  let isUnderWay = true
  const onProgress = (progress: UploadProgress): void => {
    if (isUnderWay && !signal.aborted) dispatch({ type: 'uploadProgressed', key, progress })
  }
  try {
    throwIfAborted(signal)
    const { file, purpose, idempotencyKey } = order
    const result = await client.uploadMedia(file, { ...purpose, signal, idempotencyKey, onProgress })
    dispatch(toOutcome(order, result, signal))
  } catch (thrown) {
    const error = toGalleristError(thrown)
    if (!mayHaveHappened(error)) order.idempotencyKey = createId()
    dispatch(signal.aborted ? { type: 'uploadCancelled', key } : { type: 'uploadFailed', key, error })
  } finally {
    isUnderWay = false
  }
}

/** No answer, or an abort: the server may have done it before the caller was gone. */
function mayHaveHappened({ code, retryable }: GalleristError): boolean {
  return retryable || code === 'ABORTED'
}

/** What was staged and cancelled too late belongs to nobody and runs out; anything else is there, and said so. */
function toOutcome({ key, purpose }: UploadOrder, result: CompletedUpload, signal: AbortSignal): UploadEvent {
  if (signal.aborted && purpose.staged === true) return { type: 'uploadCancelled', key }
  return { type: 'uploadFinished', key, result }
}

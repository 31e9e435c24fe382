import { limits, type CompletedUpload, type UploadId, type UploadPurpose, type User } from '@gallerist/sdk/contract'
import { dropIncoming } from '../db/incoming.ts'
import { lockUpload, startProcessing, stopProcessing, type UploadRow } from '../db/uploads.ts'
import { StorageError, type ObjectStorage } from '../storage/object-storage.ts'
import { DomainError, refuse } from './domain-error.ts'
import { ingestImage, processingMs, type IngestDeps } from './ingest-image.ts'
import { lockUploadOf, readCompleted, requireStorage, toTarget, uploadExpired } from './uploads.ts'

/**
 * Verifies the bytes that were sent, writes original and thumbnails to their final keys and makes them a media. Asked
 * again, it answers the same.
 *
 * @throws DomainError UPLOAD_NOT_FOUND, UPLOAD_NOT_RECEIVED, UPLOAD_IN_PROGRESS, UPLOAD_EXPIRED, STORAGE_OFF,
 * STORAGE_UNAVAILABLE, and those of an image that is refused
 */
export async function completeUpload(
  deps: IngestDeps,
  request: { user: User; uploadId: UploadId; purpose: UploadPurpose },
): Promise<CompletedUpload> {
  const storage = requireStorage(deps.storage)
  const begun = await begin(deps, request)
  if ('completed' in begun) return begun.completed
  const { upload } = begun
  try {
    const bytes = await receive(storage, upload)
    await ingestImage(deps, { upload, bytes, target: toTarget(request.purpose), fileName: upload.fileName })
  } catch (error) {
    await giveUp(deps, upload, error)
    throw error
  }
  return finished(deps, upload.id)
}

/** The answer of an upload whose media has just been made. */
export async function finished(deps: IngestDeps, uploadId: UploadId): Promise<CompletedUpload> {
  const upload = await deps.database.transaction((tx) => lockUpload(tx, uploadId))
  const completed = upload === null ? null : await readCompleted(deps.database, upload, deps.rules)
  if (completed === null) throw uploadExpired(uploadId)
  return completed
}

/** A refused file stays refused; anything else may be tried again. */
export async function giveUp(deps: IngestDeps, upload: UploadRow, error: unknown): Promise<void> {
  const refusal = error instanceof DomainError && isFinal(error) ? error : null
  await deps.database.transaction(async (tx) => {
    await stopProcessing(
      tx,
      upload.id,
      refusal && { code: refusal.code, message: refusal.message, details: refusal.details ?? null },
    )
    if (refusal !== null && upload.incomingKey !== null) await dropIncoming(tx, upload.incomingKey)
  })
}

/** Takes the upload, unless it is complete, refused, over, or being processed elsewhere. */
export function begin(
  deps: IngestDeps,
  request: { user: User; uploadId: UploadId },
): Promise<{ completed: CompletedUpload } | { upload: UploadRow }> {
  return deps.database.transaction(async (tx) => {
    const upload = await lockUploadOf(tx, request.uploadId, request.user)
    if (upload.mediaId !== null) {
      const completed = await readCompleted(tx, upload, deps.rules)
      if (completed === null) throw uploadExpired(upload.id)
      return { completed }
    }
    refuseUnready(upload)
    await startProcessing(tx, upload.id, processingMs)
    return { upload }
  })
}

function refuseUnready(upload: UploadRow): void {
  if (upload.refusal !== null) {
    const { code, message, details } = upload.refusal
    throw new DomainError(code, message, details === null ? {} : { details })
  }
  if (upload.isProcessing) {
    throw new DomainError('UPLOAD_IN_PROGRESS', `Upload ${upload.id} is being verified. Ask again in a moment.`)
  }
  if (upload.isOver) throw uploadExpired(upload.id)
}

async function receive(storage: ObjectStorage, upload: UploadRow): Promise<Buffer> {
  const signal = AbortSignal.timeout(processingMs / 2)
  const bytes = await readIncoming(storage, upload.incomingKey ?? '', signal)
  if (bytes === null) {
    throw new DomainError('UPLOAD_NOT_RECEIVED', `The bucket has no bytes of upload ${upload.id} yet. Send them first.`)
  }
  if (bytes.length <= limits.fileBytes) return bytes
  throw refuse('FILE_TOO_LARGE', `The file has ${bytes.length} bytes; at most ${limits.fileBytes} are accepted.`, {
    sizeBytes: bytes.length,
    limitBytes: limits.fileBytes,
  })
}

async function readIncoming(storage: ObjectStorage, key: string, signal: AbortSignal): Promise<Buffer | null> {
  try {
    return await storage.read(key, { maxBytes: limits.fileBytes + 1, signal })
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    throw new DomainError('STORAGE_UNAVAILABLE', 'Storage did not answer. Try again in a moment.', { cause: error })
  }
}

function isFinal(error: DomainError): boolean {
  return error.code.startsWith('FILE_')
}

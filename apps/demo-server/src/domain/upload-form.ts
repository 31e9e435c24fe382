import { createHash, randomUUID } from 'node:crypto'
import { limits, type CompletedUpload, type UploadId, type UploadPurpose, type User } from '@gallerist/sdk/contract'
import { idempotencyMismatch } from '../db/idempotency.ts'
import { findUploadByKey, insertUpload } from '../db/uploads.ts'
import { begin, finished, giveUp } from './complete-upload.ts'
import { hashOf } from './hash-of.ts'
import { ingestImage, type IngestDeps } from './ingest-image.ts'
import { requireStorage, toTarget } from './uploads.ts'

export interface FormUpload {
  readonly user: User
  readonly bytes: Buffer
  readonly fileName: string
  readonly purpose: UploadPurpose
  readonly idempotencyKey: string | null
}

/**
 * One file in one request, for clients that cannot send to the bucket. A retry with the same key finds the first try.
 *
 * @throws DomainError IDEMPOTENCY_MISMATCH for another file or purpose, else as {@link completeUpload}
 */
export async function uploadForm(deps: IngestDeps, request: FormUpload): Promise<CompletedUpload> {
  requireStorage(deps.storage)
  const uploadId = await register(deps, request)
  const begun = await begin(deps, { user: request.user, uploadId })
  if ('completed' in begun) return begun.completed
  const { upload } = begun
  try {
    await ingestImage(deps, {
      upload,
      bytes: request.bytes,
      target: toTarget(request.purpose),
      fileName: upload.fileName,
    })
  } catch (error) {
    await giveUp(deps, upload, error)
    throw error
  }
  return finished(deps, uploadId)
}

async function register(deps: IngestDeps, request: FormUpload): Promise<UploadId> {
  const { user, idempotencyKey } = request
  const requestHash = idempotencyKey === null ? null : hashOfForm(request)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a new id becomes one here
  const id = randomUUID() as string as UploadId
  const isNew = await insertUpload(deps.database, {
    id,
    userId: user.id,
    incomingKey: null,
    fileName: request.fileName.replaceAll('\0', '').slice(0, limits.fileNameLength),
    ticketMs: limits.ticketMs,
    idempotencyKey,
    requestHash,
  })
  if (isNew || idempotencyKey === null) return id
  const known = await findUploadByKey(deps.database, user.id, idempotencyKey)
  if (known?.requestHash === requestHash) return known.id
  throw idempotencyMismatch(idempotencyKey)
}

function hashOfForm({ bytes, fileName, purpose }: FormUpload): string {
  const checksum = createHash('sha256').update(bytes).digest('hex')
  return hashOf([checksum, fileName, toTarget(purpose)])
}

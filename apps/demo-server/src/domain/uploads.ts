import { randomUUID } from 'node:crypto'
import {
  limits,
  type CompletedUpload,
  type CreateUploadBody,
  type UploadId,
  type UploadLease,
  type UploadPurpose,
  type UploadTicket,
  type User,
} from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { runOnce } from '../db/idempotency.ts'
import { trackIncoming } from '../db/incoming.ts'
import { readMedia } from '../db/media.ts'
import { insertUpload, lockUpload, longestTransferMs, renewLease, type UploadRow } from '../db/uploads.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { canWrite } from './access.ts'
import { DomainError, refuse } from './domain-error.ts'
import { hashOf } from './hash-of.ts'
import { incomingKeyOf } from './object-keys.ts'
import { toMedia, type UrlRules } from './to-media.ts'

export interface UploadDeps {
  readonly database: Database
  /** Null while storage is switched off. */
  readonly storage: ObjectStorage | null
  readonly rules: UrlRules
}

/**
 * A ticket to send one file to the private side of the bucket. Row before bytes: the key and its purge are committed
 * before anybody can write there. A retry gets the same upload, signed anew for what is left of its time: only the id is
 * stored, never a signature.
 *
 * @throws DomainError STORAGE_OFF
 */
export async function createUpload(
  deps: UploadDeps,
  request: { user: User; body: CreateUploadBody; idempotencyKey: string | null },
): Promise<UploadTicket> {
  const storage = requireStorage(deps.storage)
  const { user, body, idempotencyKey } = request
  const act = { userId: user.id, key: idempotencyKey, route: 'POST upload', bodyHash: hashOf(body) }
  const { uploadId, expiresAt } = await deps.database.transaction((tx) => runOnce(tx, act, () => register(tx, request)))
  const { url, fields } = await storage.presignUpload({
    key: incomingKeyOf(uploadId),
    mime: body.mime,
    maxBytes: limits.fileBytes,
    expiresInMs: Math.max(0, Date.parse(expiresAt) - Date.now()),
  })
  return { uploadId, url, fields: { ...fields }, expiresAt }
}

async function register(tx: Sql, { user, body }: { user: User; body: CreateUploadBody }) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a new id becomes one here
  const uploadId = randomUUID() as string as UploadId
  const incomingKey = incomingKeyOf(uploadId)
  const expiresAt = new Date(Date.now() + limits.ticketMs).toISOString()
  await trackIncoming(tx, incomingKey, limits.ticketMs + longestTransferMs)
  await insertUpload(tx, {
    id: uploadId,
    userId: user.id,
    incomingKey,
    fileName: body.fileName,
    ticketMs: limits.ticketMs,
    idempotencyKey: null,
    requestHash: null,
  })
  return { uploadId, expiresAt }
}

/**
 * Keeps a staged upload for another lease.
 *
 * @throws DomainError UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, UPLOAD_ALREADY_USED once something uses it
 */
export function renewUpload(deps: UploadDeps, request: { user: User; uploadId: UploadId }): Promise<UploadLease> {
  return deps.database.transaction(async (tx) => {
    const upload = await lockUploadOf(tx, request.uploadId, request.user)
    const renewed = upload.mediaId === null ? null : await renewLease(tx, upload.mediaId)
    if (renewed !== null) return { uploadId: upload.id, leaseExpiresAt: renewed.toISOString() }
    const [media] = upload.mediaId === null ? [] : await readMedia(tx, [upload.mediaId])
    if (media !== undefined || upload.usedAt !== null) {
      throw new DomainError('UPLOAD_ALREADY_USED', `Upload ${upload.id} is in use and needs no lease.`)
    }
    throw uploadExpired(upload.id)
  })
}

/** Locks an upload for an act of this user. */
export async function lockUploadOf(tx: Sql, uploadId: UploadId, user: User): Promise<UploadRow> {
  const upload = await lockUpload(tx, uploadId)
  if (upload !== null && canWrite(user, upload)) return upload
  throw new DomainError('UPLOAD_NOT_FOUND', `There is no upload ${uploadId} of yours.`)
}

/** The answer to a completed upload, however often it is asked for; null once its media is gone. */
export async function readCompleted(sql: Sql, upload: UploadRow, rules: UrlRules): Promise<CompletedUpload | null> {
  const [media] = upload.mediaId === null ? [] : await readMedia(sql, [upload.mediaId])
  if (media === undefined) return null
  const isStaged = media.firstAttachedAt === null
  return {
    uploadId: upload.id,
    media: toMedia(media, rules),
    leaseExpiresAt: isStaged ? (media.dueAt?.toISOString() ?? null) : null,
  }
}

export function requireStorage(storage: ObjectStorage | null): ObjectStorage {
  if (storage !== null) return storage
  throw new DomainError('STORAGE_OFF', 'Storage is switched off on this server; saves work, uploads do not.')
}

export function uploadExpired(uploadId: string): DomainError {
  return refuse('UPLOAD_EXPIRED', `Upload ${uploadId} ran out. Send the file again.`, { uploadIds: [uploadId] })
}

/** What an upload asks to become, with nothing left out. */
export interface UploadTarget {
  readonly title: string | null
  readonly altText: string | null
  readonly attachTo: UploadPurpose['attachTo']
  readonly staged: boolean
}

export function toTarget(purpose: UploadPurpose): UploadTarget {
  return {
    title: purpose.title ?? null,
    altText: purpose.altText ?? null,
    attachTo: purpose.attachTo,
    staged: purpose.staged ?? false,
  }
}

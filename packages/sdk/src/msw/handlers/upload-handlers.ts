import { limits, uploadIdSchema, type UploadId, type User } from '../../contract/index.ts'
import { mayChange } from '../state/access.ts'
import { expectRow, type Transaction } from '../state/backend-state.ts'
import type { UploadRow } from '../state/rows.ts'
import { completeUpload } from '../state/complete-upload.ts'
import { setLease } from '../state/condemn.ts'
import { toIsoTime } from '../state/iso-time.ts'
import { receiveBytes } from '../state/receive-bytes.ts'
import { Refusal, refuse } from '../state/refusal.ts'
import { standingOf } from '../state/replace-file.ts'
import type { FakeHandlers } from './fake-handler.ts'

type UploadEndpoint = 'createUpload' | 'completeUpload' | 'renewUpload' | 'uploadMediaForm'

export const uploadHandlers: FakeHandlers<UploadEndpoint> = {
  createUpload({ tx, user, body }) {
    requireStorage(tx)
    const upload = addUpload(tx, user, body)
    return {
      uploadId: upload.id,
      url: tx.settings.bucketUrl,
      fields: { key: upload.incomingKey, 'Content-Type': upload.mime, policy: 'fake', 'x-amz-signature': 'fake' },
      expiresAt: toIsoTime(upload.ticketExpiresAtMs),
    }
  },

  completeUpload({ tx, user, params, body }) {
    requireStorage(tx)
    return completeUpload(tx, findOwnUpload(tx, params.uploadId, user), body)
  },

  renewUpload({ tx, user, params: { uploadId } }) {
    const { mediaId, userId } = findOwnUpload(tx, uploadId, user)
    const standing = standingOf(tx, uploadId, userId)
    if (mediaId === null || standing === 'expired')
      throw refuse('UPLOAD_EXPIRED', `The upload ${uploadId} ran out.`, { uploadIds: [uploadId] })
    if (standing !== 'staged') throw new Refusal('UPLOAD_ALREADY_USED', `The upload ${uploadId} is in use already.`)
    const leaseMs = setLease(tx, expectRow(tx.state.media, mediaId).fileId)
    return { uploadId, leaseExpiresAt: toIsoTime(leaseMs) }
  },

  uploadMediaForm({ tx, user, body, file: { fileName, bytes } }) {
    requireStorage(tx)
    const upload = addUpload(tx, user, { fileName, mime: '', sizeBytes: bytes.byteLength })
    receiveBytes(tx, upload, bytes)
    return completeUpload(tx, upload, body)
  },
}

function requireStorage({ state }: Transaction): void {
  if (!state.storageOn) throw new Refusal('STORAGE_OFF', 'Storage is switched off; nothing can be uploaded.')
}

function addUpload(
  { state, nowMs }: Transaction,
  { id: userId }: User,
  facts: Pick<UploadRow, 'fileName' | 'mime' | 'sizeBytes'>,
): UploadRow {
  const id = uploadIdSchema.parse(crypto.randomUUID())
  const own = { id, userId, incomingKey: `incoming/${id}`, ticketExpiresAtMs: nowMs + limits.ticketMs }
  const upload = { ...facts, ...own, mediaId: null, consumed: false }
  state.uploads.set(id, upload)
  return upload
}

function findOwnUpload({ state }: Transaction, id: UploadId, user: User): UploadRow {
  const upload = state.uploads.get(id)
  if (upload === undefined || !mayChange(user, upload))
    throw new Refusal('UPLOAD_NOT_FOUND', `There is no upload ${id} of yours.`)
  return upload
}

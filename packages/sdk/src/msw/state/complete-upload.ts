import type { CompletedUpload, UploadPurpose } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { UploadRow } from './rows.ts'
import { createMedia } from './create-media.ts'
import { toIsoTimeOrNull } from './iso-time.ts'
import { toMedia } from './media-document.ts'
import { Refusal, refuse } from './refusal.ts'
import { verifyPicture } from './verify-picture.ts'

/** Verifies the bytes that arrived and makes them a media; a second time it answers the same. */
export function completeUpload(tx: Transaction, upload: UploadRow, purpose: UploadPurpose): CompletedUpload {
  if (upload.mediaId !== null) return toCompletedUpload(tx, upload)
  const arrived = tx.state.objects.get(upload.incomingKey)
  if (arrived?.content instanceof Uint8Array) {
    const content = arrived.content
    const picture = { ...verifyPicture(content), fileName: upload.fileName, content }
    tx.state.objects.delete(upload.incomingKey)
    const media = createMedia(tx, { userId: upload.userId, purpose, picture })
    const completed = { ...upload, mediaId: media.id }
    tx.state.uploads.set(upload.id, completed)
    return toCompletedUpload(tx, completed)
  }
  if (tx.nowMs >= upload.ticketExpiresAtMs) throw expired(upload)
  throw new Refusal('UPLOAD_NOT_RECEIVED', `The bytes of the upload ${upload.id} have not arrived.`)
}

function toCompletedUpload(tx: Transaction, upload: UploadRow): CompletedUpload {
  const media = [...tx.state.media.values()].find(({ id }) => id === upload.mediaId)
  if (media === undefined) throw expired(upload)
  const leaseMs = media.everUsed ? null : expectRow(tx.state.files, media.fileId).dueAtMs
  return { uploadId: upload.id, media: toMedia(tx, media), leaseExpiresAt: toIsoTimeOrNull(leaseMs) }
}

function expired({ id }: UploadRow): Refusal {
  return refuse('UPLOAD_EXPIRED', `The upload ${id} ran out; send the file again.`, { uploadIds: [id] })
}

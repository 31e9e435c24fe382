import type { MediaId, UserId } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { readFileIds } from '../db/files.ts'
import { deleteMediaRows, lockMedia, readMedia, swapFiles } from '../db/media.ts'
import { lockUploadsOf, markUploadsUsed, type UploadRow } from '../db/uploads.ts'
import { DomainError, refuse } from './domain-error.ts'
import type { FileSwap } from './gallery-change.ts'

/**
 * Gives media the files of completed, staged uploads: each upload's own media row ends here, id, place and texts of
 * the media that takes over stay.
 *
 * @throws DomainError UPLOAD_EXPIRED, UPLOAD_ALREADY_USED
 */
export async function takeUploads(
  tx: Sql,
  userId: UserId,
  replacements: ReadonlyMap<MediaId, string>,
): Promise<FileSwap[]> {
  if (replacements.size === 0) return []
  const uploads = await lockUploadsOf(tx, userId, [...replacements.values()])
  const staged = stagedMediaOf(replacements, uploads)
  refuseTwice(replacements)
  await lockMedia(tx, [...staged.values()])
  await refuseUnstaged(tx, staged, replacements)
  const oldFiles = await readFileIds(tx, [...staged.keys()])
  const newFiles = await readFileIds(tx, [...staged.values()])
  const swaps = [...staged].map(([mediaId, stagedId]) => ({
    mediaId,
    fromFileId: oldFiles.get(mediaId) ?? '',
    toFileId: newFiles.get(stagedId) ?? '',
  }))
  await deleteMediaRows(tx, [...staged.values()])
  await swapFiles(tx, swaps)
  await markUploadsUsed(tx, [...replacements.values()])
  return swaps
}

/** The staged media of each upload, by the media that takes its file. */
function stagedMediaOf(
  replacements: ReadonlyMap<MediaId, string>,
  uploads: ReadonlyMap<string, UploadRow>,
): Map<MediaId, MediaId> {
  const staged = new Map<MediaId, MediaId>()
  const missing: string[] = []
  for (const [mediaId, uploadId] of replacements) {
    const upload = uploads.get(uploadId)
    if (upload?.usedAt) throw alreadyUsed(uploadId)
    if (upload?.mediaId) staged.set(mediaId, upload.mediaId)
    else missing.push(uploadId)
  }
  if (missing.length > 0) throw expired(missing)
  return staged
}

function refuseTwice(replacements: ReadonlyMap<MediaId, string>): void {
  const seen = new Set<string>()
  for (const uploadId of replacements.values()) {
    if (seen.has(uploadId)) throw alreadyUsed(uploadId)
    seen.add(uploadId)
  }
}

async function refuseUnstaged(
  tx: Sql,
  staged: ReadonlyMap<MediaId, MediaId>,
  replacements: ReadonlyMap<MediaId, string>,
): Promise<void> {
  const rows = new Map((await readMedia(tx, [...staged.values()])).map((row) => [row.id, row]))
  for (const [mediaId, stagedId] of staged) {
    const uploadId = replacements.get(mediaId) ?? ''
    const row = rows.get(stagedId)
    if (row === undefined) throw expired([uploadId])
    if (row.firstAttachedAt !== null) throw alreadyUsed(uploadId)
  }
}

function expired(uploadIds: string[]): Error {
  return refuse('UPLOAD_EXPIRED', `Upload ${uploadIds[0]} ran out before it was saved. Send the file again.`, {
    uploadIds,
  })
}

function alreadyUsed(uploadId: string): Error {
  return new DomainError('UPLOAD_ALREADY_USED', `Upload ${uploadId} is in use already. Send the file again.`)
}

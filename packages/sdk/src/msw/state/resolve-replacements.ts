import { uploadIdSchema, type ParsedEntry, type UploadId, type User } from '../../contract/index.ts'
import type { Transaction } from './backend-state.ts'
import type { ItemRow } from './rows.ts'
import { Refusal, refuse } from './refusal.ts'
import { standingOf, type Replacement } from './replace-file.ts'

interface Sources {
  readonly items: readonly ItemRow[]
  readonly entries: readonly ParsedEntry[]
  readonly user: User
}

/** The replacements of a saved list; each needs a staged upload of the user that nothing else takes. */
export function resolveReplacements(tx: Transaction, { items, entries, user }: Sources): Replacement[] {
  const replacements = items.flatMap((item, index) => {
    const entry = entries[index]
    if (item.kind !== 'media' || entry?.kind !== 'media' || entry.replaceWith === undefined) return []
    return [{ mediaId: item.mediaId, uploadId: uploadIdSchema.parse(entry.replaceWith) }]
  })
  const uploadIds = replacements.map(({ uploadId }) => uploadId)
  refuseExpired(tx, uploadIds, user)
  const used = uploadIds.filter((id, index) => isTaken(tx, id, { items, user }) || uploadIds.indexOf(id) !== index)
  if (used.length > 0) throw new Refusal('UPLOAD_ALREADY_USED', `Already in use: ${used.join(', ')}.`)
  return replacements
}

function refuseExpired(tx: Transaction, uploadIds: readonly UploadId[], user: User): void {
  const expired = uploadIds.filter((id) => ['unknown', 'expired'].includes(standingOf(tx, id, user.id)))
  if (expired.length > 0)
    throw refuse('UPLOAD_EXPIRED', `Ran out: ${expired.join(', ')}. Upload them anew.`, { uploadIds: expired })
}

function isTaken(tx: Transaction, uploadId: UploadId, { items, user }: Pick<Sources, 'items' | 'user'>): boolean {
  const own = tx.state.uploads.get(uploadId)?.mediaId
  const inList = items.some((item) => item.kind === 'media' && item.mediaId === own)
  return inList || standingOf(tx, uploadId, user.id) !== 'staged'
}

import { randomUUID } from 'node:crypto'
import type { Attachment, MediaId, ObjectPlan, Receipt, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { insertDeletion, insertTouchedFiles } from '../db/deletions.ts'
import { readFileIds } from '../db/files.ts'
import { runOnce } from '../db/idempotency.ts'
import { lockMedia } from '../db/media.ts'
import { readAttached, removeObjectRefs } from '../db/media-refs.ts'
import { listScope } from './access.ts'
import { toObjectPlan } from './plans.ts'
import { readOwnReceipt } from './receipts.ts'
import { toUndoRecord } from './undo-record.ts'

export interface DetachRequest {
  readonly user: User
  readonly object: Attachment
  /** Undefined: all that the user may change. */
  readonly mediaId: MediaId | undefined
  readonly idempotencyKey: string | null
}

/** Takes the user's media off an object of the host application, one or all, and condemns what nothing else uses. */
export function detachMedia(database: Database, request: DetachRequest): Promise<Receipt> {
  const { user, object, mediaId, idempotencyKey } = request
  const route = `DELETE media of ${object.contentType} ${object.objectId}`
  const act = { userId: user.id, key: idempotencyKey, route, bodyHash: String(mediaId) }
  return database.transaction((tx) => runOnce(tx, act, () => detach(tx, request)))
}

/** What that would delete and keep: the very act, rolled back. */
export function planDetaching(database: Database, request: DetachRequest): Promise<ObjectPlan> {
  return database.transaction(async (tx) => toObjectPlan(await detach(tx, request), request.object), { dryRun: true })
}

async function detach(tx: Sql, { user, object, mediaId }: DetachRequest): Promise<Receipt> {
  const attached = await readAttached(tx, object, listScope(user))
  const wanted = attached.filter((id) => mediaId === undefined || id === mediaId)
  await lockMedia(tx, wanted)
  const refs = await removeObjectRefs(tx, object, wanted)
  const files = await readFileIds(
    tx,
    refs.map((ref) => ref.mediaId),
  )
  const id = randomUUID()
  await insertDeletion(tx, {
    id,
    userId: user.id,
    action: 'object-media-removed',
    undo: refs.length === 0 ? null : toUndoRecord({ refs }),
  })
  await insertTouchedFiles(
    tx,
    id,
    [...files].map(([media, fileId]) => ({ mediaId: media, fileId, reason: 'removed' })),
  )
  return readOwnReceipt(tx, id, user)
}

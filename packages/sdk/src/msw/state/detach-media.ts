import type { User } from '../../contract/index.ts'
import type { Transaction } from './backend-state.ts'
import type { MediaRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import type { DeletionRow } from './deletion-row.ts'
import { recordAct } from './record-act.ts'

/** Takes media off the object that they are attached to, and condemns the files that nothing else uses. */
export function detachMedia(tx: Transaction, media: readonly MediaRow[], user: User): DeletionRow {
  const changes = media.map((before) => ({ before, after: { ...before, attachment: null, updatedAtMs: tx.nowMs } }))
  for (const { after } of changes) tx.state.media.set(after.id, after)
  settleMedia(
    tx,
    media.map(({ id }) => id),
  )
  return recordAct(tx, {
    userId: user.id,
    action: 'object-media-removed',
    gallery: null,
    dropped: media.map(({ id, fileId }) => ({ mediaId: id, fileId, reason: 'removed' })),
    undo: media.length === 0 ? null : { galleries: [], media: changes },
  })
}

import type { Attachment, Media, MediaId, Page, PageQuery, User } from '../../contract/index.ts'
import { findOwnMedia, mayChange } from '../state/access.ts'
import { expectRow, type Transaction } from '../state/backend-state.ts'
import type { MediaRow } from '../state/rows.ts'
import { deleteMedia } from '../state/delete-media.ts'
import { detachMedia } from '../state/detach-media.ts'
import { toMedia } from '../state/media-document.ts'
import { newestFirst, oldestFirst, pageOf } from '../state/page-of.ts'
import { toPlanFacts } from '../state/plan-document.ts'
import { toReceipt } from '../state/receipt-document.ts'
import { recordAct } from '../state/record-act.ts'
import { Refusal, refuse } from '../state/refusal.ts'
import { replaceFile, standingOf } from '../state/replace-file.ts'
import { createUseTest, holdersOf } from '../state/uses.ts'
import { toWhy } from '../state/why-document.ts'
import type { FakeHandlers } from './fake-handler.ts'

type MediaEndpoint =
  | 'listMedia'
  | 'getMedia'
  | 'getMediaWhy'
  | 'updateMedia'
  | 'replaceMediaFile'
  | 'deleteMedia'
  | 'getMediaForObject'
  | 'deleteObjectMedia'
  | 'planObjectMediaDeletion'

export const mediaHandlers: FakeHandlers<MediaEndpoint> = {
  listMedia({ tx, user, query: { contentType, objectId, ...page } }) {
    if (contentType !== undefined && objectId !== undefined) {
      const rows = attachedTo(tx, { contentType, objectId }).filter((media) => mayChange(user, media))
      return toPage(tx, rows, page)
    }
    const isUsed = createUseTest(tx.state)
    const rows = [...tx.state.media.values()]
      .filter((media) => mayChange(user, media) && isUsed(media))
      .toSorted((one, other) => other.sequence - one.sequence)
    return pageOf(rows, page, { keyOf: newestFirst, toItem: (row) => toMedia(tx, row) })
  },

  getMedia: ({ tx, user, params }) => toMedia(tx, findOwnMedia(tx, params.mediaId, user)),

  getMediaWhy: ({ tx, user, params }) => toWhy(tx, params.mediaId, user),

  updateMedia({ tx, user, params, body }) {
    const media = findOwnMedia(tx, params.mediaId, user)
    const { title = media.title, altText = media.altText } = body
    const changed = { ...media, title, altText, updatedAtMs: tx.nowMs }
    tx.state.media.set(media.id, changed)
    return toMedia(tx, changed)
  },

  replaceMediaFile({ tx, user, params, body: { uploadId } }) {
    const media = findOwnMedia(tx, params.mediaId, user)
    const standing = standingOf(tx, uploadId, user.id)
    if (standing === 'unknown') throw new Refusal('UPLOAD_NOT_FOUND', `There is no upload ${uploadId} of yours.`)
    if (standing === 'expired')
      throw refuse('UPLOAD_EXPIRED', `The upload ${uploadId} ran out.`, { uploadIds: [uploadId] })
    if (standing === 'used' || tx.state.uploads.get(uploadId)?.mediaId === media.id)
      throw new Refusal('UPLOAD_ALREADY_USED', `The upload ${uploadId} is in use already.`)
    const { dropped, undo } = replaceFile(tx, { mediaId: media.id, uploadId })
    const deletion = recordAct(tx, {
      userId: media.userId,
      action: 'media-replaced',
      gallery: null,
      dropped: [dropped],
      undo: { galleries: [], media: [undo] },
    })
    return { media: toMedia(tx, expectRow(tx.state.media, media.id)), receipt: toReceipt(tx, deletion) }
  },

  deleteMedia({ tx, user, params, query }) {
    const media = findOwnMedia(tx, params.mediaId, user)
    const usedBy = holdersOf(tx.state, media.id)
    if (usedBy.length > 0 && query.detach !== true)
      throw refuse('MEDIA_IN_USE', `${usedBy.length} galleries and documents use the media ${media.id}.`, { usedBy })
    return toReceipt(tx, deleteMedia(tx, media))
  },

  getMediaForObject: ({ tx, params, query }) => toPage(tx, attachedTo(tx, params), query),

  deleteObjectMedia: ({ tx, user, params, query }) =>
    toReceipt(tx, detachMedia(tx, ownAttachedTo(tx, params, { user, ...query }), user)),

  planObjectMediaDeletion({ tx, user, params, query }) {
    const { contentType, objectId } = params
    const media = ownAttachedTo(tx, params, { user, ...query })
    const facts = toPlanFacts(tx, [contentType, objectId], (preview) => detachMedia(preview, media, user))
    return { ...facts, contentType, objectId }
  },
}

function ownAttachedTo(
  tx: Transaction,
  object: Attachment,
  { user, mediaId }: { user: User; mediaId?: MediaId | undefined },
): MediaRow[] {
  return attachedTo(tx, object).filter(
    (media) => mayChange(user, media) && (mediaId === undefined || media.id === mediaId),
  )
}

function attachedTo({ state }: Transaction, { contentType, objectId }: Attachment): MediaRow[] {
  return [...state.media.values()]
    .filter(({ attachment }) => attachment?.contentType === contentType && attachment.objectId === objectId)
    .toSorted((one, other) => one.sequence - other.sequence)
}

function toPage(tx: Transaction, rows: readonly MediaRow[], query: PageQuery): Page<Media> {
  return pageOf(rows, query, { keyOf: oldestFirst, toItem: (row) => toMedia(tx, row) })
}

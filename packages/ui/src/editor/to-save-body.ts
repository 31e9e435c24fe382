import type { GalleryEntry, SaveGalleryBody } from '@gallerist/sdk/contract'
import type { Draft, SaveAttempt } from './draft.ts'
import type { DraftItem } from './draft-item.ts'
import type { DraftUploads } from './draft-upload.ts'
import { mapItems } from './edit-items.ts'

/** The items as a save sends them: an upload that has not ended is left out, and so is such a replacement. */
export function toSentItems(draft: Draft): readonly DraftItem[] {
  const isUp = (key: string) => draft.uploads.get(key)?.phase === 'done'
  const whole = draft.items.filter((item) => item.origin.kind !== 'upload' || isUp(item.origin.uploadKey))
  return mapItems(whole, (item) =>
    item.replaceWith === undefined || isUp(item.replaceWith) ? item : { ...item, replaceWith: undefined },
  )
}

/** What a save of this draft sends: the whole list, in order. */
export function toSaveBody(draft: Draft): SaveGalleryBody {
  return { items: toSentItems(draft).flatMap((item) => toEntry(item, draft.uploads)) }
}

/** One logical save: a retry of the same list against the same version has the same key. */
export function toSaveAttempt(draft: Draft, freshKey: string): SaveAttempt {
  const attempt = { idempotencyKey: freshKey, version: draft.base.version, body: toSaveBody(draft) }
  return draft.attempt && isSameSave(draft.attempt, attempt) ? draft.attempt : attempt
}

/** Says whether a save of this draft would be the last one again, whose answer may have been lost on the way. */
export function isRetry(draft: Draft): boolean {
  const { attempt, base } = draft
  return attempt !== null && isSameSave(attempt, { ...attempt, version: base.version, body: toSaveBody(draft) })
}

function isSameSave(left: SaveAttempt, right: SaveAttempt): boolean {
  return left.version === right.version && JSON.stringify(left.body) === JSON.stringify(right.body)
}

function toEntry(item: DraftItem, uploads: DraftUploads): GalleryEntry[] {
  const { caption, isCover } = item
  const texts = { caption, isCover, ...(item.alt === undefined ? {} : { alt: item.alt }) }
  const taken = uploads.get(item.replaceWith ?? '')?.result
  switch (item.origin.kind) {
    case 'media': {
      const replacement = taken ? { replaceWith: taken.uploadId } : {}
      return [{ mediaId: item.origin.media.id, ...replacement, ...texts }]
    }
    case 'external':
      return [taken ? { mediaId: taken.media.id, ...texts } : { url: item.origin.url, ...texts }]
    case 'upload': {
      const media = uploads.get(item.origin.uploadKey)?.result?.media
      return media ? [{ mediaId: media.id, ...texts }] : []
    }
    default:
      return item.origin satisfies never
  }
}

import {
  type CompletedUpload,
  type Gallery,
  gallerySchema,
  type GalleryItem,
  type Media,
  mediaSchema,
  uploadIdSchema,
} from '@gallerist/sdk/contract'
import { createDraft, type Draft } from '../src/editor/draft.ts'
import type { DraftEvent } from '../src/editor/draft-event.ts'
import { reduceDraft } from '../src/editor/reduce-draft.ts'

const at = '2026-11-20T12:00:00Z'

/** A stable uuid for a number. */
const uuid = (group: number, n: number): string =>
  `${String(group).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`

export const mediaIdOf = (n: number): string => uuid(1, n)

export function makeMedia(n: number, changes: Partial<Record<keyof Media, unknown>> = {}): Media {
  return mediaSchema.parse({
    id: mediaIdOf(n),
    userId: 'ada',
    title: null,
    altText: null,
    fileName: `picture-${n}.jpg`,
    mime: 'image/jpeg',
    sizeBytes: 1_000_000 + n,
    widthPx: 1200,
    heightPx: 900,
    contentVersion: 1,
    urls: {
      original: `https://cdn.test/${n}.jpg?v=1`,
      thumbnails: [{ widthPx: 320, heightPx: 240, url: `https://cdn.test/${n}-320.jpg?v=1` }],
    },
    attachment: null,
    createdAt: at,
    updatedAt: at,
    ...changes,
  })
}

export const makeItem = (n: number, changes: object = {}): GalleryItem =>
  gallerySchema.shape.items.element.parse({
    kind: 'media',
    media: makeMedia(n),
    caption: null,
    isCover: false,
    ...changes,
  })

export const makeGallery = (items: readonly GalleryItem[] | number, version = 1): Gallery =>
  gallerySchema.parse({
    id: uuid(2, 1),
    userId: 'ada',
    title: 'Summer',
    published: true,
    version,
    items: typeof items === 'number' ? Array.from({ length: items }, (_, n) => makeItem(n)) : items,
    createdAt: at,
    updatedAt: at,
  })

export const makeResult = (n: number): CompletedUpload => ({
  uploadId: uploadIdSchema.parse(uuid(3, n)),
  media: makeMedia(n),
  leaseExpiresAt: '2026-11-21T12:00:00Z',
})

/** Freezes plain data to the bottom, maps included. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) {
    value.set =
      value.delete =
      value.clear =
        () => {
          throw new TypeError('a frozen map was changed')
        }
    for (const member of value.values()) deepFreeze(member)
  }
  Object.freeze(value)
  for (const member of Object.values(value)) deepFreeze(member)
  return value
}

/** Runs events on frozen drafts, so that a reducer that writes into its input fails. */
export const play = (draft: Draft, ...events: readonly DraftEvent[]): Draft =>
  events.reduce((now, event) => deepFreeze(reduceDraft(now, deepFreeze(event))), deepFreeze(draft))

export const draftOf = (gallery: Gallery | number): Draft =>
  deepFreeze(createDraft(typeof gallery === 'number' ? makeGallery(gallery) : gallery))

export const idsOf = (draft: Draft): string[] => draft.items.map((item) => item.id)

export const addFile = (n: number, atIndex?: number): DraftEvent => ({
  type: 'filesAdded',
  files: [{ id: `tile-${n}`, key: `up-${n}`, fileName: `new-${n}.jpg`, totalBytes: 100 }],
  atIndex,
})

export const finishUpload = (n: number): DraftEvent => ({
  type: 'uploadCompleted',
  key: `up-${n}`,
  result: makeResult(n),
})

export const startSave = (draft: Draft, idempotencyKey = 'key'): DraftEvent => ({
  type: 'saveStarted',
  attempt: { idempotencyKey, version: draft.base.version, body: { items: [] } },
})

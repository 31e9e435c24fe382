import { createHash } from 'node:crypto'
import type {
  CompletedUpload,
  DeletionId,
  GalleryId,
  Media,
  MediaId,
  UploadId,
  UploadTicket,
  User,
} from '@gallerist/sdk/contract'

/** One set of bytes, as its user knows it. */
export interface ModelFile {
  readonly originalKey: string
  readonly keys: readonly string[]
  readonly sha256: string
  /** Until when it must stay though nothing uses it; null while something does. */
  dueMs: number | null
}

export interface ModelMedia {
  readonly id: MediaId
  readonly user: User
  readonly uploadId: UploadId
  file: ModelFile
  /** Objects and library pins that use it. */
  directRefs: number
  wasUsed: boolean
}

export interface ModelItem {
  readonly mediaId: MediaId | null
  readonly externalUrl: string | null
  readonly caption: string | null
}

export interface ModelGallery {
  readonly id: GalleryId
  readonly user: User
  version: number
  items: readonly ModelItem[]
}

/** What an undo brings back. */
export interface ModelDeletion {
  readonly id: DeletionId
  readonly user: User
  readonly galleries: readonly {
    readonly id: GalleryId
    readonly version: number
    readonly items: readonly ModelItem[]
  }[]
  readonly directRefs: readonly { readonly mediaId: MediaId; readonly count: number }[]
  readonly swaps: readonly { readonly mediaId: MediaId; readonly from: ModelFile; readonly to: ModelFile }[]
}

export interface ModelTicket {
  readonly ticket: UploadTicket
  readonly user: User
  readonly issuedMs: number
  /** Bytes were sent and have arrived, and nobody was told that they were taken or refused. */
  isWaiting: boolean
}

/** What users expect, in plain maps: written from answers alone, never from the database. */
export interface Model {
  readonly media: Map<MediaId, ModelMedia>
  readonly galleries: Map<GalleryId, ModelGallery>
  readonly deletions: ModelDeletion[]
  readonly tickets: ModelTicket[]
  /** Bytes that were replaced and may come back. */
  readonly replaced: Set<ModelFile>
}

export function createModel(): Model {
  return { media: new Map(), galleries: new Map(), deletions: [], tickets: [], replaced: new Set() }
}

export function addMedia(
  model: Model,
  completed: CompletedUpload,
  facts: { user: User; sha256: string; directRefs: number; dueMs: number },
): void {
  const { media, uploadId } = completed
  if (model.media.has(media.id)) return
  const keys = keysOf(media)
  model.media.set(media.id, {
    id: media.id,
    user: facts.user,
    uploadId,
    file: { originalKey: keys[0] ?? '', keys, sha256: facts.sha256, dueMs: facts.directRefs > 0 ? null : facts.dueMs },
    directRefs: facts.directRefs,
    wasUsed: facts.directRefs > 0,
  })
}

/** Whatever lost its last use since has its grace from `dueMs` on; whatever gained one has none. */
export function settleUses(model: Model, dueMs: number): void {
  const shown = new Set([...model.galleries.values()].flatMap((gallery) => gallery.items.map((item) => item.mediaId)))
  for (const media of model.media.values()) {
    const isUsed = media.directRefs > 0 || shown.has(media.id)
    if (isUsed) Object.assign(media, { wasUsed: true })
    media.file.dueMs = isUsed ? null : (media.file.dueMs ?? dueMs)
  }
}

/** The media takes other bytes; what it had may come back until `dueMs`. */
export function swapFile(model: Model, swap: { media: ModelMedia; to: ModelFile; dueMs: number }): void {
  const { media, to, dueMs } = swap
  model.replaced.add(media.file)
  model.replaced.delete(to)
  to.dueMs = media.file.dueMs
  media.file.dueMs = dueMs
  media.file = to
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Of the file's objects, the original's first. */
function keysOf(media: Media): string[] {
  const urls = [media.urls.original, ...media.urls.thumbnails.map((thumbnail) => thumbnail.url)]
  return urls.map((url) => new URL(url).pathname.slice(1))
}

import type { ContentTypeName, DocumentId, GalleryId, UserId } from '@gallerist/sdk/contract'
import type { DirectRef } from '../db/media-refs.ts'
import type { FileSwap, ListChange } from './gallery-change.ts'

export interface GalleryFacts {
  readonly id: GalleryId
  readonly userId: UserId
  readonly title: string
  readonly published: boolean
  /** The version that the act left behind; taking it back makes the next one. */
  readonly version: number
  readonly createdAt: string
}

export interface DocumentFacts {
  readonly id: DocumentId
  readonly userId: UserId
  readonly contentType: ContentTypeName
  readonly data: Readonly<Record<string, unknown>>
  /** As of {@link GalleryFacts}. */
  readonly version: number
  readonly createdAt: string
}

/** What takes an act back, as data: rows to write, never a whole document. */
export interface UndoRecord {
  /** Galleries that the act deleted. */
  readonly createGalleries: readonly GalleryFacts[]
  /** Galleries that the act changed, with title and visibility as they were before. */
  readonly restoreGalleries: readonly GalleryFacts[]
  readonly createDocuments: readonly DocumentFacts[]
  readonly restoreDocuments: readonly DocumentFacts[]
  readonly list: ListChange
  readonly swaps: readonly FileSwap[]
  readonly refs: readonly DirectRef[]
}

const nothing: UndoRecord = {
  createGalleries: [],
  restoreGalleries: [],
  createDocuments: [],
  restoreDocuments: [],
  list: { insert: [], remove: [], update: [] },
  swaps: [],
  refs: [],
}

/** The whole record of the parts that an act, or an older version of this server, wrote. */
export function toUndoRecord(parts: Partial<UndoRecord>): UndoRecord {
  return { ...nothing, ...parts }
}

export function invertSwaps(swaps: readonly FileSwap[]): FileSwap[] {
  return swaps.map(({ mediaId, fromFileId, toFileId }) => ({ mediaId, fromFileId: toFileId, toFileId: fromFileId }))
}

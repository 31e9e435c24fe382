import type {
  Attachment,
  ContentTypeName,
  DocumentId,
  GalleryId,
  MediaId,
  UploadId,
  UserId,
} from '../../contract/index.ts'
import type { Scene } from '../pictures/scene.ts'

interface ItemTexts {
  readonly caption: string | null
  readonly alt: string | undefined
  readonly isCover: boolean
}

/** A place of a gallery. */
export type ItemRow = ItemTexts &
  ({ readonly kind: 'media'; readonly mediaId: MediaId } | { readonly kind: 'external'; readonly url: string })

export interface GalleryRow {
  readonly id: GalleryId
  readonly userId: UserId
  readonly title: string
  readonly published: boolean
  readonly version: number
  readonly items: readonly ItemRow[]
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly sequence: number
}

/** A document; its pictures are places, each in a field. */
export interface DocumentRow {
  readonly id: DocumentId
  readonly userId: UserId
  readonly contentType: ContentTypeName
  readonly data: Readonly<Record<string, unknown>>
  readonly items: readonly (ItemRow & { readonly field: string })[]
  readonly version: number
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly sequence: number
}

export interface MediaRow {
  readonly id: MediaId
  readonly userId: UserId
  readonly title: string | null
  readonly altText: string | null
  readonly fileId: string
  readonly contentVersion: number
  readonly attachment: Attachment | null
  readonly inLibrary: boolean
  /** False: a staged upload, alive by its lease only. */
  readonly everUsed: boolean
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly sequence: number
}

export interface StoredThumbnail {
  readonly key: string
  readonly widthPx: number
  readonly heightPx: number
}

/** One set of bytes under write-once keys; kept after its deletion, as its tombstone. */
export interface FileRow {
  readonly id: string
  readonly mediaId: MediaId
  readonly fileName: string
  readonly mime: string
  readonly sizeBytes: number
  readonly widthPx: number
  readonly heightPx: number
  readonly originalKey: string
  readonly thumbnails: readonly StoredThumbnail[]
  readonly storedBytes: number
  /** Nobody uses it, and this is when it runs out. */
  readonly dueAtMs: number | null
  /** Nobody uses it, but storage was off when that happened. */
  readonly held: boolean
  /** Set once there is no way back. */
  readonly judgedAtMs: number | null
  readonly failure: { readonly message: string; readonly attempts: number; readonly nextAttemptAtMs: number } | null
  readonly deletedAtMs: number | null
}

export interface UploadRow {
  readonly id: UploadId
  readonly userId: UserId
  readonly fileName: string
  readonly mime: string
  readonly sizeBytes: number
  readonly incomingKey: string
  readonly ticketExpiresAtMs: number
  /** Set by a completion. */
  readonly mediaId: MediaId | null
  /** Its file went to another media. */
  readonly consumed: boolean
}

export interface ObjectRow {
  readonly key: string
  readonly mime: string
  readonly sizeBytes: number
  readonly lastModifiedAtMs: number
  readonly content: Uint8Array<ArrayBuffer> | Scene
}

/** The answer of a committed request, for a retry under the same `Idempotency-Key`. */
export interface StoredAnswer {
  readonly fingerprint: string
  readonly status: number
  readonly body: unknown
}

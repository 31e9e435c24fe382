import type {
  Attachment,
  ContentTypeName,
  DeletionId,
  DocumentId,
  GalleryId,
  MediaId,
  ObjectBases,
  ReconcileReport,
  UploadId,
  User,
  UserId,
} from '../../contract/index.ts'
import type { Scene } from '../pictures/scene.ts'
import type { DeletionRow } from './deletion-row.ts'

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

/** Everything the fake backend knows. Rows never change; a change puts another row into its map. */
export interface BackendState {
  readonly users: Map<UserId, User>
  readonly galleries: Map<GalleryId, GalleryRow>
  readonly documents: Map<DocumentId, DocumentRow>
  readonly media: Map<MediaId, MediaRow>
  /** Media that were judged, with the user they belonged to. */
  readonly goneMedia: Map<MediaId, UserId>
  readonly files: Map<string, FileRow>
  readonly uploads: Map<UploadId, UploadRow>
  readonly deletions: Map<DeletionId, DeletionRow>
  readonly objects: Map<string, ObjectRow>
  readonly answers: Map<string, StoredAnswer>
  storageOn: boolean
  /** The last comparison of objects and rows. */
  proof: ReconcileReport | null
  sequence: number
}

export interface Settings {
  readonly graceMs: number
  readonly publicUrl: string
  readonly bucketUrl: string
  readonly bases: ObjectBases
}

/** One act on a draft of the state; dropping the draft undoes the act. */
export interface Transaction {
  readonly state: BackendState
  readonly nowMs: number
  readonly settings: Settings
}

export function createState(users: readonly User[]): BackendState {
  return {
    users: new Map(users.map((user) => [user.id, user])),
    galleries: new Map(),
    documents: new Map(),
    media: new Map(),
    goneMedia: new Map(),
    files: new Map(),
    uploads: new Map(),
    deletions: new Map(),
    objects: new Map(),
    answers: new Map(),
    storageOn: true,
    proof: null,
    sequence: 0,
  }
}

/** A draft that can be changed without changing the original. */
export function copyState(state: BackendState): BackendState {
  return {
    ...state,
    galleries: new Map(state.galleries),
    documents: new Map(state.documents),
    media: new Map(state.media),
    goneMedia: new Map(state.goneMedia),
    files: new Map(state.files),
    uploads: new Map(state.uploads),
    deletions: new Map(state.deletions),
    objects: new Map(state.objects),
    answers: new Map(state.answers),
  }
}

/** The row of a key that must exist: its absence is a defect of the fake, not of the request. */
export function expectRow<Key, Row>(rows: ReadonlyMap<Key, Row>, key: Key): Row {
  const row = rows.get(key)
  if (row === undefined) throw new Error(`The fake backend holds no row ${String(key)}.`)
  return row
}

/** Grows with every row, so that lists have one order even where times are equal. */
export function nextSequence(state: BackendState): number {
  state.sequence += 1
  return state.sequence
}

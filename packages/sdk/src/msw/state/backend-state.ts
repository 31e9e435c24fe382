import type {
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
import type { DeletionRow } from './deletion-row.ts'
import type { GalleryRow, DocumentRow, MediaRow, FileRow, UploadRow, ObjectRow, StoredAnswer } from './rows.ts'

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

import { integerOf, type Row, textOf } from './database.ts'
import { parseStringRecord, type StringRecord } from './string-record.ts'

/** The bytes and description of an object that is about to be written. */
export interface ObjectContent {
  readonly blob: string
  readonly sizeBytes: number
  /** Without quotes. */
  readonly etag: string
  readonly headers: StringRecord
  /** Base64 digests by algorithm, as the client sent them. */
  readonly checksums: StringRecord
  readonly tags: StringRecord
}

export interface StoredObject extends ObjectContent {
  readonly id: number
  readonly key: string
  /** `null` (the word) in a bucket without versioning. */
  readonly versionId: string
  readonly isLatest: boolean
  readonly isDeleteMarker: boolean
  readonly modifiedAtMs: number
}

export function toStoredObject(row: Row): StoredObject {
  return {
    id: integerOf(row, 'id'),
    key: textOf(row, 'key'),
    versionId: textOf(row, 'version'),
    isLatest: integerOf(row, 'latest') === 1,
    isDeleteMarker: integerOf(row, 'marker') === 1,
    modifiedAtMs: integerOf(row, 'modified_at'),
    blob: textOf(row, 'blob'),
    sizeBytes: integerOf(row, 'size'),
    etag: textOf(row, 'etag'),
    headers: parseStringRecord(textOf(row, 'headers')),
    checksums: parseStringRecord(textOf(row, 'checksums')),
    tags: parseStringRecord(textOf(row, 'tags')),
  }
}

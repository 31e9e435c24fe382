import { type Database, integerOf, type Row } from './database.ts'
import { type ObjectContent, type StoredObject, toStoredObject } from './stored-object.ts'
import type { StringRecord } from './string-record.ts'

export interface ObjectAddress {
  readonly bucket: string
  readonly key: string
}

/** Where a scan continues: after a key, or at the first key with a prefix. */
export interface ScanStart {
  readonly key: string
  readonly isInclusive: boolean
}

interface VersionMarker {
  readonly key: string
  readonly versionId: string
}

/** Single-statement access to object rows; the rules about versions live in write-object and delete-object. */
export interface ObjectTable {
  latest(address: ObjectAddress): StoredObject | undefined
  version(address: ObjectAddress, versionId: string): StoredObject | undefined
  /** The newest row of a key, latest or not. */
  newest(address: ObjectAddress): StoredObject | undefined
  /** The first visible object from `start` on, in byte order. */
  next(bucket: string, start: ScanStart): StoredObject | undefined
  /** Rows of all versions after `marker`, keys in byte order, newest version first. */
  versions(bucket: string, start: ScanStart, marker: VersionMarker | undefined, limit: number): StoredObject[]
  insertLatest(address: ObjectAddress, versionId: string, content: ObjectContent | 'delete-marker'): void
  demoteLatest(address: ObjectAddress): void
  promote(id: number): void
  remove(id: number): void
  setTags(id: number, tags: StringRecord): void
  hasBlob(blob: string): boolean
  blobs(): string[]
}

const emptyContent: ObjectContent = { blob: '', sizeBytes: 0, etag: '', headers: {}, checksums: {}, tags: {} }

const insertSql = `insert into object (bucket, key, version, latest, marker, blob, size, etag, modified_at, headers,
  checksums, tags) values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`

const versionsSql = `select * from object where bucket = ? and key >= ? and (key > ? or (key = ? and id < ?))
  order by key, id desc limit ?`

function visibleSql(comparison: '>' | '>='): string {
  return `select * from object where bucket = ? and key ${comparison} ? and latest = 1 and marker = 0
    order by key limit 1`
}

function toOptionalObject(row: Row | undefined): StoredObject | undefined {
  return row && toStoredObject(row)
}

export function createObjectTable(database: Database): ObjectTable {
  const version = ({ bucket, key }: ObjectAddress, versionId: string) =>
    database.get('select * from object where bucket = ? and key = ? and version = ?', bucket, key, versionId)
  return {
    latest: ({ bucket, key }) =>
      toOptionalObject(database.get('select * from object where bucket = ? and key = ? and latest = 1', bucket, key)),
    version: (address, versionId) => toOptionalObject(version(address, versionId)),
    newest: ({ bucket, key }) =>
      toOptionalObject(
        database.get('select * from object where bucket = ? and key = ? order by id desc limit 1', bucket, key),
      ),
    next: (bucket, start) =>
      toOptionalObject(database.get(visibleSql(start.isInclusive ? '>=' : '>'), bucket, start.key)),
    versions: (bucket, start, marker, limit) => {
      const markerRow = marker && version({ bucket, key: marker.key }, marker.versionId)
      const beforeId = markerRow ? integerOf(markerRow, 'id') : 0
      const after = marker?.key ?? ''
      return database.all(versionsSql, bucket, start.key, after, after, beforeId, limit).map(toStoredObject)
    },
    insertLatest: ({ bucket, key }, versionId, content) => {
      const isMarker = content === 'delete-marker'
      const { blob, sizeBytes, etag, headers, checksums, tags } = isMarker ? emptyContent : content
      const documents = [headers, checksums, tags].map((record) => JSON.stringify(record))
      const facts = [isMarker ? 1 : 0, blob, sizeBytes, etag, Date.now()]
      database.run(insertSql, bucket, key, versionId, ...facts, ...documents)
    },
    demoteLatest: ({ bucket, key }) => {
      database.run('update object set latest = 0 where bucket = ? and key = ? and latest = 1', bucket, key)
    },
    promote: (id) => {
      database.run('update object set latest = 1 where id = ?', id)
    },
    remove: (id) => {
      database.run('delete from object where id = ?', id)
    },
    setTags: (id, tags) => {
      database.run('update object set tags = ? where id = ?', JSON.stringify(tags), id)
    },
    hasBlob: (blob) => database.get('select 1 from object where blob = ? limit 1', blob) !== undefined,
    blobs: () => database.all('select blob from object').map((row) => String(row['blob'])),
  }
}

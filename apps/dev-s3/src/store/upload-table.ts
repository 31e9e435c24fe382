import { randomUUID } from 'node:crypto'
import { type Database, integerOf, type Row, textOf } from './database.ts'
import type { ObjectAddress } from './object-table.ts'
import { parseStringRecord, type StringRecord } from './string-record.ts'

export interface MultipartUpload {
  readonly id: string
  readonly key: string
  readonly createdAtMs: number
  /** The headers the finished object gets. */
  readonly headers: StringRecord
}

export interface UploadedPart {
  readonly number: number
  readonly blob: string
  readonly sizeBytes: number
  readonly md5: string
}

export interface UploadTable {
  create(address: ObjectAddress, headers: StringRecord): string
  find(address: ObjectAddress, id: string): MultipartUpload | undefined
  /** Open uploads after a key and upload id, ordered by both. */
  list(bucket: string, after: { key: string; id: string }): MultipartUpload[]
  parts(id: string): UploadedPart[]
  putPart(id: string, part: UploadedPart): void
  /** @returns the blobs of its parts, for removal after the commit. */
  remove(id: string): string[]
  blobs(): string[]
}

function toUpload(row: Row): MultipartUpload {
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    createdAtMs: integerOf(row, 'created_at'),
    headers: parseStringRecord(textOf(row, 'headers')),
  }
}

function toPart(row: Row): UploadedPart {
  return {
    number: integerOf(row, 'number'),
    blob: textOf(row, 'blob'),
    sizeBytes: integerOf(row, 'size'),
    md5: textOf(row, 'md5'),
  }
}

const listSql = `select * from upload where bucket = ? and (key > ? or (key = ? and id > ?)) order by key, id`

export function createUploadTable(database: Database): UploadTable {
  const parts = (id: string) => database.all('select * from part where upload = ? order by number', id).map(toPart)
  return {
    create: ({ bucket, key }, headers) => {
      const id = randomUUID().replaceAll('-', '')
      const document = JSON.stringify(headers)
      database.run('insert into upload values (?, ?, ?, ?, ?)', id, bucket, key, Date.now(), document)
      return id
    },
    find: ({ bucket, key }, id) => {
      const row = database.get('select * from upload where id = ? and bucket = ? and key = ?', id, bucket, key)
      return row && toUpload(row)
    },
    list: (bucket, after) => database.all(listSql, bucket, after.key, after.key, after.id).map(toUpload),
    parts,
    putPart: (id, { number, blob, sizeBytes, md5 }) => {
      database.run('insert or replace into part values (?, ?, ?, ?, ?)', id, number, blob, sizeBytes, md5)
    },
    remove: (id) =>
      database.transaction(() => {
        const blobs = parts(id).map(({ blob }) => blob)
        database.run('delete from part where upload = ?', id)
        database.run('delete from upload where id = ?', id)
        return blobs
      }),
    blobs: () => database.all('select blob from part').map((row) => String(row['blob'])),
  }
}

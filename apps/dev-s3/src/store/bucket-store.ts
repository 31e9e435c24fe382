import { S3Error } from '../s3-error.ts'
import { type Database, type Row, textOf, integerOf } from './database.ts'

type Versioning = '' | 'Enabled' | 'Suspended'
export type BucketDocument = 'cors' | 'policy' | 'lifecycle'

export interface Bucket {
  readonly name: string
  readonly createdAtMs: number
  readonly versioning: Versioning
}

export interface BucketStore {
  list(): Bucket[]
  /** @throws S3Error `NoSuchBucket` */
  get(name: string): Bucket
  /** @returns false when the bucket was already there. */
  create(name: string): boolean
  /** @throws S3Error `BucketNotEmpty` */
  remove(name: string): void
  setVersioning(name: string, versioning: Versioning): void
  getDocument(name: string, document: BucketDocument): string | undefined
  setDocument(name: string, document: BucketDocument, text: string | null): void
}

function toVersioning(text: string): Versioning {
  return text === 'Enabled' || text === 'Suspended' ? text : ''
}

function toBucket(row: Row): Bucket {
  return {
    name: textOf(row, 'name'),
    createdAtMs: integerOf(row, 'created_at'),
    versioning: toVersioning(textOf(row, 'versioning')),
  }
}

function assertEmpty(database: Database, name: string): void {
  const used =
    database.get('select 1 from object where bucket = ? limit 1', name) ??
    database.get('select 1 from upload where bucket = ? limit 1', name)
  if (used) throw new S3Error('BucketNotEmpty')
}

export function createBucketStore(database: Database): BucketStore {
  const find = (name: string) => database.get('select * from bucket where name = ?', name)
  return {
    list: () => database.all('select * from bucket order by name').map(toBucket),
    get: (name) => {
      const row = find(name)
      if (!row) throw new S3Error('NoSuchBucket')
      return toBucket(row)
    },
    create: (name) =>
      database.run('insert or ignore into bucket (name, created_at) values (?, ?)', name, Date.now()) === 1,
    remove: (name) => {
      database.transaction(() => {
        assertEmpty(database, name)
        database.run('delete from bucket where name = ?', name)
      })
    },
    setVersioning: (name, versioning) => {
      database.run('update bucket set versioning = ? where name = ?', versioning, name)
    },
    getDocument: (name, document) => {
      const text = find(name)?.[document]
      return typeof text === 'string' ? text : undefined
    },
    setDocument: (name, document, text) => {
      database.run(`update bucket set ${document} = ? where name = ?`, text, name)
    },
  }
}

import { join } from 'node:path'
import { type BlobStore, createBlobStore } from './blob-store.ts'
import { type BucketStore, createBucketStore } from './bucket-store.ts'
import { openDatabase } from './database.ts'
import { takeFolderLock } from './folder-lock.ts'
import { createObjectTable, type ObjectTable } from './object-table.ts'
import { createTables } from './schema.ts'
import { createUploadTable, type UploadTable } from './upload-table.ts'

/** One folder of buckets. A row is the commit point: its blob is complete on disk before the row exists. */
export interface Storage {
  readonly buckets: BucketStore
  readonly objects: ObjectTable
  readonly uploads: UploadTable
  readonly blobs: BlobStore
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * Opens the folder and removes blobs that a crash left without a row.
 *
 * @throws FolderInUseError
 */
export async function openStorage(dataDir: string, { fsync }: { fsync: boolean }): Promise<Storage> {
  const lock = takeFolderLock(dataDir)
  const database = openDatabase(join(dataDir, 'meta.db'))
  database.get('pragma journal_mode = wal')
  // In WAL mode `full` syncs on every commit and `normal` only at checkpoints; neither can lose data to a kill -9.
  database.run(`pragma synchronous = ${fsync ? 'full' : 'normal'}`)
  createTables(database)
  const objects = createObjectTable(database)
  const uploads = createUploadTable(database)
  const blobs = createBlobStore(join(dataDir, 'blobs'), { fsync })
  await blobs.removeUnknown(new Set([...objects.blobs(), ...uploads.blobs()]))
  return {
    buckets: createBucketStore(database),
    objects,
    uploads,
    blobs,
    transaction: (work) => database.transaction(work),
    close: () => {
      database.close()
      lock.release()
    },
  }
}

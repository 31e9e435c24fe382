import type { Config } from '../config/config.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { startPostgres } from '../embedded/start-postgres.ts'
import { startStorage } from '../embedded/start-storage.ts'
import { readConfig } from '../read-config.ts'
import type { Closers } from '../start/create-closers.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { createS3Storage } from '../storage/s3/create-s3-storage.ts'
import { openS3Bucket, type S3Settings } from '../storage/s3/s3-bucket.ts'

/** A command serves nobody, so it needs no secret to sign tokens with. */
const unusedSecret = 'no token is signed by a command of ours'

/**
 * Database and bucket as the server has left them: nothing is migrated, set up or configured here. The embedded ones are
 * one process's at a time.
 */
export async function openParts(closers: Closers): Promise<{ database: Database; storage: ObjectStorage }> {
  const config = readConfig({ env: { JWT_SECRET: unusedSecret, ...process.env }, argv: [] })
  const settings = await openBucketSettings(config, closers)
  const bucket = openS3Bucket(settings)
  closers.add(async () => bucket.client.destroy())
  const database = createDatabase(config.databaseUrl ?? (await openPostgres(config, closers)))
  closers.add(() => database.close())
  return { database, storage: createS3Storage(bucket) }
}

async function openBucketSettings({ storage, dataDir }: Config, closers: Closers): Promise<S3Settings> {
  if (storage.kind === 'none') throw new Error('STORAGE is none: there is no bucket to look at.')
  if (storage.kind === 's3') return storage.settings
  const embedded = await startStorage({ dataDir, port: 0 }).catch(askTheServer)
  closers.add(() => embedded.stop())
  const { endpoint, region, credentials } = embedded
  return { endpoint, region, credentials, bucket: storage.bucket, forcePathStyle: true, checksums: 'when-required' }
}

async function openPostgres({ dataDir }: Config, closers: Closers): Promise<string> {
  const postgres = await startPostgres({ dataDir }).catch(askTheServer)
  closers.add(() => postgres.stop())
  return postgres.url
}

function askTheServer(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  throw new Error(
    `${why}\nWhere the demo is running, ask it instead: "Verify now" in its bucket panel, or POST /api/reconcile as an admin.`,
    { cause },
  )
}

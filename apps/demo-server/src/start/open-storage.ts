import { type ObjectBases, toObjectBases } from '@gallerist/sdk/contract'
import type { Config } from '../config/config.ts'
import { keyPrefixes } from '../domain/object-keys.ts'
import { startStorage } from '../embedded/start-storage.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { createS3Storage } from '../storage/s3/create-s3-storage.ts'
import { ensureBucket } from '../storage/s3/ensure-bucket.ts'
import { openS3Bucket, type S3Settings } from '../storage/s3/s3-bucket.ts'

export interface OpenStorage {
  /** Null: switched off. */
  readonly storage: ObjectStorage | null
  /** Prefix of the URLs of our objects. */
  readonly publicUrl: string
  readonly bases: ObjectBases
  /** Where pages show pictures from and send forms to. */
  readonly origins: readonly string[]
  close(): Promise<void>
}

const nothingToClose = async (): Promise<void> => {}

/** The storage that the configuration names, ready to use: embedded and set up, foreign, or none. */
export async function openStorage(
  { storage: config, dataDir }: Pick<Config, 'storage' | 'dataDir'>,
  pageOrigins: readonly string[],
): Promise<OpenStorage> {
  if (config.kind === 'none') {
    const { publicUrl, aliases } = config
    return { storage: null, publicUrl, ...toPlaces({ publicUrl, aliases }), close: nothingToClose }
  }
  if (config.kind === 's3') return openBucket(config, pageOrigins, nothingToClose)
  const embedded = await startStorage({ dataDir, port: config.port })
  const { endpoint, region, credentials } = embedded
  const opened = openBucket(
    {
      settings: {
        endpoint,
        region,
        credentials,
        bucket: config.bucket,
        forcePathStyle: true,
        checksums: 'when-required',
      },
      publicUrl: `${endpoint}/${config.bucket}`,
      aliases: config.aliases,
      mayReplaceSetup: true,
    },
    pageOrigins,
    () => embedded.stop(),
  )
  return opened.catch(async (error: unknown) => {
    await embedded.stop()
    throw error
  })
}

interface BucketPlace {
  readonly settings: S3Settings & { readonly endpoint: string }
  readonly publicUrl: string
  readonly aliases: readonly string[]
  readonly mayReplaceSetup: boolean
}

async function openBucket(
  { settings, publicUrl, aliases, mayReplaceSetup }: BucketPlace,
  pageOrigins: readonly string[],
  close: () => Promise<void>,
): Promise<OpenStorage> {
  const bucket = openS3Bucket(settings)
  await ensureBucket(bucket, { publicPrefix: keyPrefixes.final, corsOrigins: pageOrigins, mayReplaceSetup })
  return {
    storage: createS3Storage(bucket),
    publicUrl,
    ...toPlaces({ publicUrl, aliases, endpoint: settings.endpoint, bucket: settings.bucket }),
    close: async () => {
      bucket.client.destroy()
      await close()
    },
  }
}

function toPlaces(place: Parameters<typeof toObjectBases>[0]): Pick<OpenStorage, 'bases' | 'origins'> {
  const bases = toObjectBases(place)
  // A bucket's own host name under an IP address, for one, is no URL.
  const urls = bases.bases.filter((base) => URL.canParse(base))
  return { bases, origins: [...new Set(urls.map((base) => new URL(base).origin))] }
}

import { createDevS3 } from '@gallerist/dev-s3'
import { join } from 'node:path'
import { readPersistedSecret } from './persisted-secret.ts'

export interface EmbeddedStorage {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Lets running requests finish; the files stay. */
  stop(): Promise<void>
}

/**
 * Starts the development S3 of a data folder, for this machine only. Whoever opens it sets the bucket up.
 *
 * @throws FolderInUseError where another running process holds the folder
 */
export async function startStorage({ dataDir, port }: { dataDir: string; port: number }): Promise<EmbeddedStorage> {
  const credentials = {
    accessKeyId: 'gallerist',
    secretAccessKey: await readPersistedSecret(join(dataDir, 's3-secret')),
  }
  const region = 'us-east-1'
  const server = await createDevS3({ dataDir: join(dataDir, 's3'), ...credentials, region, port })
  const { url } = await server.listen().catch(async (error: unknown) => {
    await server.close()
    throw new Error(`The embedded storage cannot listen on port ${port}; set S3_PORT.`, { cause: error })
  })
  return { endpoint: url, region, credentials, stop: () => server.close() }
}

import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { inspect } from 'node:util'
import { closeServer } from './close-server.ts'
import { handleRequest } from './http/handle-request.ts'
import type { RequestHook } from './http/request-hook.ts'
import { type BucketSetup, setUpBucket } from './set-up-bucket.ts'
import { openStorage } from './store/storage.ts'

export interface DevS3Options {
  /** Created when missing. One process at a time may use it. */
  dataDir: string
  accessKeyId: string
  secretAccessKey: string
  /** Requests signed for another region are refused. Default `us-east-1`. */
  region?: string
  /** Default 0: any free port. */
  port?: number
  /** Default `127.0.0.1`. This server is for development: think twice before naming another address. */
  host?: string
  /** Whether every write reaches the disk before it is answered. Default true; `false` still survives a killed process. */
  fsync?: boolean
  /** Default 5 GiB, S3's limit for one PUT. */
  maxObjectBytes?: number
  /** A seam for tests; see {@link RequestHook}. */
  onRequest?: RequestHook
  /** Told about unexpected failures, which clients see as `InternalError`. Default: written to stderr. */
  onError?: (error: unknown) => void
}

export interface DevS3 {
  /** Starts to accept requests. */
  listen(): Promise<{ url: string; port: number }>
  /** Lets running requests finish for up to 3 s and frees the folder. Calling it again waits for the same end. */
  close(): Promise<void>
  /** Creates a bucket if it is missing and replaces its set-up, also before `listen`. */
  ensureBucket(name: string, setup?: BucketSetup): void
}

function reportError(error: unknown): void {
  process.stderr.write(`dev-s3: ${inspect(error)}\n`)
}

/**
 * Opens a data folder as a small S3 server: path-style URLs, SigV4, loopback only unless told otherwise.
 *
 * @throws FolderInUseError when another process uses the folder.
 *
 * @example
 * const s3 = await createDevS3({ dataDir, accessKeyId: 'demo', secretAccessKey: 'demo-secret' })
 * s3.ensureBucket('gallery', { corsOrigins: ['http://localhost:5173'], publicReadPrefixes: ['public/'] })
 * const { url } = await s3.listen()
 */
export async function createDevS3(options: DevS3Options): Promise<DevS3> {
  const { dataDir, accessKeyId, secretAccessKey, region = 'us-east-1', port = 0, host = '127.0.0.1' } = options
  const storage = await openStorage(dataDir, { fsync: options.fsync ?? true })
  const context = {
    storage,
    credentials: { accessKeyId, secretAccessKey, region },
    maxObjectBytes: options.maxObjectBytes ?? 5 * 2 ** 30,
    onRequest: options.onRequest ?? (() => 'pass' as const),
    onError: options.onError ?? reportError,
  }
  const running = new Set<Promise<void>>()
  const accept: RequestListener = (message, response) => {
    const handling = handleRequest(message, response, context).finally(() => running.delete(handling))
    running.add(handling)
  }
  const server = createServer({ keepAliveTimeout: 30_000, noDelay: true }, accept)
  server.on('checkContinue', (message, response) => {
    response.writeContinue()
    accept(message, response)
  })
  const close = async (): Promise<void> => {
    await closeServer(server)
    await Promise.all(running)
    storage.close()
  }
  let closing: Promise<void> | undefined
  return {
    listen: async () => {
      server.listen(port, host)
      await once(server, 'listening')
      const address = server.address()
      if (address === null || typeof address === 'string') throw new TypeError('The server has no TCP address')
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, port: address.port }
    },
    close: () => {
      closing ??= close()
      return closing
    },
    ensureBucket: (name, setup = {}) => setUpBucket(storage.buckets, name, setup),
  }
}

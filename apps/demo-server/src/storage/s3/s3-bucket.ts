import { S3Client } from '@aws-sdk/client-s3'

export interface S3Settings {
  /** Absent: AWS itself. */
  readonly endpoint?: string | undefined
  readonly region: string
  readonly bucket: string
  /** Absent: the SDK's own chain (environment, profile, instance). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined
  readonly forcePathStyle: boolean
  /** `when-required` for compatible stores that do not know the newer checksums. */
  readonly checksums: 'when-required' | 'when-supported'
  /** Bound of one call, in milliseconds. Default 15 s. */
  readonly timeoutMs?: number
}

/** A bucket and the client that reaches it. */
export interface S3Bucket {
  readonly client: S3Client
  readonly name: string
  /** Options of a call that ends with the signal, and at the latest after the bucket's timeout. */
  within(signal?: AbortSignal): { abortSignal: AbortSignal }
}

const defaultTimeoutMs = 15_000
/** Calls at once; the others wait. */
const maxSockets = 16

export function openS3Bucket(settings: S3Settings): S3Bucket {
  const { endpoint, credentials, timeoutMs = defaultTimeoutMs } = settings
  const checksums = settings.checksums === 'when-required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED'
  const client = new S3Client({
    region: settings.region,
    forcePathStyle: settings.forcePathStyle,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    // One try a call: whoever calls decides what a lost answer means, and no write is ever sent twice.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, httpAgent: { maxSockets }, httpsAgent: { maxSockets } },
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
  })
  return {
    client,
    name: settings.bucket,
    within: (signal) => {
      const timeout = AbortSignal.timeout(timeoutMs)
      return { abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout }
    },
  }
}

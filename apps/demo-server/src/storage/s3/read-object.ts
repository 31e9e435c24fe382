import { GetObjectCommand } from '@aws-sdk/client-s3'
import { Readable } from 'node:stream'
import { StorageError } from '../object-storage.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { readErrorCode, toStorageError } from './s3-error.ts'

interface ReadOptions {
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** The object's bytes, never more than `maxBytes` of them in memory; null where there is none. */
export async function readObject(bucket: S3Bucket, key: string, options: ReadOptions): Promise<Buffer | null> {
  try {
    const command = new GetObjectCommand({ Bucket: bucket.name, Key: key })
    const { Body } = await bucket.client.send(command, bucket.within(options.signal))
    if (!(Body instanceof Readable)) throw new StorageError(`The answer for ${key} has no body.`)
    return await collect(Body, key, options)
  } catch (error) {
    if (readErrorCode(error) === 'NoSuchKey') return null
    throw toStorageError(error, `read ${key}`)
  }
}

async function collect(body: Readable, key: string, { maxBytes, signal }: ReadOptions): Promise<Buffer> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  const stop = () => body.destroy(new StorageError(`Reading ${key} was stopped.`))
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk)
      sizeBytes += bytes.length
      if (sizeBytes > maxBytes) throw new StorageError(`${key} is larger than ${maxBytes} bytes.`)
      chunks.push(bytes)
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return Buffer.concat(chunks)
}

import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { S3Bucket } from './s3-bucket.ts'
import { readErrorCode, readErrorStatus, toStorageError } from './s3-error.ts'
import { StorageError } from '../object-storage.ts'

/** Keys are write-once: the bytes under one never change. */
const immutable = 'public, max-age=31536000, immutable'

interface WriteOptions {
  readonly mime: string
  readonly signal: AbortSignal
}

/** Writes a key that does not exist yet; on a store without conditional writes the key's own id must see to that. */
export async function writeObject(bucket: S3Bucket, key: string, bytes: Buffer, options: WriteOptions): Promise<void> {
  try {
    await put('*')
  } catch (error) {
    if (readErrorStatus(error) === 412) throw new StorageError(`${key} exists already.`, { cause: error })
    if (readErrorCode(error) !== 'NotImplemented') throw toStorageError(error, `write ${key}`)
    await put(undefined).catch((again: unknown) => {
      throw toStorageError(again, `write ${key}`)
    })
  }

  function put(ifNoneMatch: string | undefined): Promise<unknown> {
    const command = new PutObjectCommand({
      Bucket: bucket.name,
      Key: key,
      Body: bytes,
      ContentType: options.mime,
      ContentLength: bytes.length,
      CacheControl: immutable,
      IfNoneMatch: ifNoneMatch,
    })
    return bucket.client.send(command, bucket.within(options.signal))
  }
}

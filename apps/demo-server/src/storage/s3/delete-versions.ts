import { ListObjectVersionsCommand } from '@aws-sdk/client-s3'
import type { DeleteOutcome } from '../object-storage.ts'
import { toFailedOutcome } from './delete-outcome.ts'
import { decodeKey } from './key-encoding.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { readErrorCode } from './s3-error.ts'
import { type DeleteTarget, sendDelete } from './send-delete.ts'

/** Deletes up to 1000 versions and delete markers of a key; `hidden` where the store forbids it. */
export async function deleteVersions(bucket: S3Bucket, key: string): Promise<DeleteOutcome> {
  try {
    const { targets, hasMore } = await listVersions(bucket, key)
    const answers = await sendDelete(bucket, targets)
    const failure = answers.find((answer) => answer.state === 'failed')
    if (failure) return toHidden(toFailedOutcome(failure.code, failure.message))
    return hasMore ? { state: 'retry', message: 'more versions are left' } : { state: 'gone' }
  } catch (error) {
    return toHidden(toFailedOutcome(readErrorCode(error), error instanceof Error ? error.message : ''))
  }
}

function toHidden(outcome: DeleteOutcome): DeleteOutcome {
  if (outcome.state !== 'denied') return outcome
  return { state: 'hidden', message: `a delete marker covers versions that cannot be deleted: ${outcome.message}` }
}

/** The versions of exactly this key: they come before those of longer keys that begin with it. */
async function listVersions(bucket: S3Bucket, key: string): Promise<{ targets: DeleteTarget[]; hasMore: boolean }> {
  const reply = await bucket.client.send(
    new ListObjectVersionsCommand({ Bucket: bucket.name, Prefix: key, EncodingType: 'url', MaxKeys: 1000 }),
    bucket.within(),
  )
  const targets = [...(reply.Versions ?? []), ...(reply.DeleteMarkers ?? [])]
    .filter((entry) => decodeKey(entry.Key, reply.EncodingType) === key)
    .map(({ VersionId }) => ({ key, versionId: VersionId ?? 'null' }))
  return { targets, hasMore: reply.IsTruncated === true && decodeKey(reply.NextKeyMarker, reply.EncodingType) === key }
}

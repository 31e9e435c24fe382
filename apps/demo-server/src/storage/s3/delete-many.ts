import type { DeleteOutcome } from '../object-storage.ts'
import { toFailedOutcome } from './delete-outcome.ts'
import { deleteVersions } from './delete-versions.ts'
import { readPresence } from './read-presence.ts'
import type { S3Bucket } from './s3-bucket.ts'
import { type DeleteAnswer, sendDelete } from './send-delete.ts'

/** S3's own limit for one DeleteObjects call. */
export const deleteBatchSize = 1000

/** Deletes keys with their versions; one outcome per key, read from what the store said of that very key. */
export async function deleteMany(
  bucket: S3Bucket,
  keys: readonly string[],
): Promise<ReadonlyMap<string, DeleteOutcome>> {
  const batch = [...new Set(keys)].slice(0, deleteBatchSize)
  const answers = await sendDelete(
    bucket,
    batch.map((key) => ({ key })),
  )
  const settled = await Promise.all(
    batch.map(async (key, index) => [key, await settle(bucket, key, answers[index])] as const),
  )
  const outcomes = new Map<string, DeleteOutcome>(keys.map((key) => [key, toFailedOutcome('NotSent')]))
  for (const [key, outcome] of settled) outcomes.set(key, outcome)
  return outcomes
}

async function settle(bucket: S3Bucket, key: string, answer: DeleteAnswer | undefined): Promise<DeleteOutcome> {
  if (answer === undefined) return toFailedOutcome('NotMentioned')
  if (answer.state === 'failed') {
    const isMissing = answer.code === 'NoSuchKey' && (await readPresence(bucket, key)) === 'absent'
    return isMissing ? { state: 'gone' } : toFailedOutcome(answer.code, answer.message)
  }
  return answer.state === 'marked' ? deleteVersions(bucket, key) : { state: 'gone' }
}

import { DeleteObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3'
import type { S3Bucket } from './s3-bucket.ts'
import { readErrorCode } from './s3-error.ts'

export interface DeleteTarget {
  readonly key: string
  readonly versionId?: string | undefined
}

/** What the store said of one target. `marked`: it only put a delete marker over the versions. */
export type DeleteAnswer =
  | { readonly state: 'deleted' | 'marked' }
  | { readonly state: 'failed'; readonly code: string; readonly message: string }

/** XML 1.0 cannot carry these characters: one such key makes the store refuse a whole batch. */
const xmlIllegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/**
 * Deletes up to 1000 targets in one call, apart from keys that no batch can carry. The answers are in the order of the
 * targets; a target that the reply does not mention has failed.
 */
export async function sendDelete(bucket: S3Bucket, targets: readonly DeleteTarget[]): Promise<DeleteAnswer[]> {
  const inBatch = targets.filter(({ key }) => !xmlIllegal.test(key))
  const answers = await sendBatch(bucket, inBatch)
  const alone = targets.filter(({ key }) => xmlIllegal.test(key))
  await Promise.all(alone.map(async (target) => answers.set(nameOf(target), await sendOne(bucket, target))))
  return targets.map((target) => answers.get(nameOf(target)) ?? failureOf(target.key, answers) ?? notMentioned)
}

/** Some stores leave the version out of an error. */
function failureOf(key: string, answers: ReadonlyMap<string, DeleteAnswer>): DeleteAnswer | undefined {
  const answer = answers.get(nameOf({ key }))
  return answer?.state === 'failed' ? answer : undefined
}

const notMentioned: DeleteAnswer = { state: 'failed', code: 'NotMentioned', message: 'the reply does not name the key' }

async function sendBatch(bucket: S3Bucket, targets: readonly DeleteTarget[]): Promise<Map<string, DeleteAnswer>> {
  const answers = new Map<string, DeleteAnswer>()
  if (targets.length === 0) return answers
  try {
    const Objects = targets.map(({ key, versionId }) => ({ Key: key, VersionId: versionId }))
    const command = new DeleteObjectsCommand({ Bucket: bucket.name, Delete: { Objects, Quiet: false } })
    const reply = await bucket.client.send(command, bucket.within())
    for (const { Key = '', VersionId, DeleteMarker } of reply.Deleted ?? []) {
      answers.set(nameOf({ key: Key, versionId: VersionId }), toDeleted(DeleteMarker, VersionId))
    }
    // Last: a key under both lists has failed.
    for (const { Key = '', VersionId, Code = 'unknown', Message = '' } of reply.Errors ?? []) {
      answers.set(nameOf({ key: Key, versionId: VersionId }), { state: 'failed', code: Code, message: Message })
    }
  } catch (error) {
    for (const target of targets) answers.set(nameOf(target), toFailed(error))
  }
  return answers
}

async function sendOne(bucket: S3Bucket, { key, versionId }: DeleteTarget): Promise<DeleteAnswer> {
  try {
    const command = new DeleteObjectCommand({ Bucket: bucket.name, Key: key, VersionId: versionId })
    const { DeleteMarker } = await bucket.client.send(command, bucket.within())
    return toDeleted(DeleteMarker, versionId)
  } catch (error) {
    return toFailed(error)
  }
}

/** Deleting a marker itself by its version also says `DeleteMarker`; only without a version does it mean a new one. */
function toDeleted(isMarker: boolean | undefined, versionId: string | undefined): DeleteAnswer {
  return { state: isMarker === true && versionId === undefined ? 'marked' : 'deleted' }
}

function toFailed(error: unknown): DeleteAnswer {
  return { state: 'failed', code: readErrorCode(error), message: error instanceof Error ? error.message : '' }
}

/** `null` is the version id of objects older than versioning; some stores leave it out of the answer. */
function nameOf({ key, versionId }: DeleteTarget): string {
  return JSON.stringify([key, versionId === 'null' ? '' : (versionId ?? '')])
}

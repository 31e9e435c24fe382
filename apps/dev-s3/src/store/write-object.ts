import { assertWritable, type Preconditions } from './preconditions.ts'
import { removeUnusedBlobs } from './remove-blobs.ts'
import type { Storage } from './storage.ts'
import type { ObjectContent } from './stored-object.ts'
import { newVersionId } from './version-id.ts'

export interface ObjectWrite {
  readonly bucketName: string
  readonly key: string
  readonly content: ObjectContent
  readonly conditions?: Preconditions
  /** Runs in the same transaction, before the row is written; what it throws undoes the write. */
  readonly alongside?: () => void
}

function commit(storage: Storage, write: ObjectWrite): { versionId: string; replacedBlobs: string[] } {
  const address = { bucket: write.bucketName, key: write.key }
  return storage.transaction(() => {
    write.alongside?.()
    // Read again: while a body arrives, the bucket may be versioned or removed.
    const bucket = storage.buckets.get(write.bucketName)
    assertWritable(write.conditions ?? {}, storage.objects.latest(address))
    const versionId = newVersionId(bucket)
    const replaced = storage.objects.version(address, versionId)
    if (replaced) storage.objects.remove(replaced.id)
    storage.objects.demoteLatest(address)
    storage.objects.insertLatest(address, versionId, write.content)
    return { versionId, replacedBlobs: replaced ? [replaced.blob] : [] }
  })
}

/** Makes the content the latest version of its key, in one transaction, and returns the version id. */
export async function writeObject(storage: Storage, write: ObjectWrite): Promise<string> {
  try {
    const { versionId, replacedBlobs } = commit(storage, write)
    await removeUnusedBlobs(storage, replacedBlobs)
    return versionId
  } catch (error) {
    await removeUnusedBlobs(storage, [write.content.blob])
    throw error
  }
}

import { keyPrefixes } from '../domain/object-keys.ts'
import { StorageError, type ObjectStorage } from '../storage/object-storage.ts'

/** Uploads in parts that began before a moment; null where the store does not tell, which spoils no other proof. */
export async function countIncompleteUploads(
  storage: Pick<ObjectStorage, 'listIncompleteUploads'>,
  beforeMs: number,
): Promise<number | null> {
  try {
    const uploads = await Promise.all(
      [keyPrefixes.final, keyPrefixes.incoming].map((prefix) => storage.listIncompleteUploads(prefix)),
    )
    return uploads.flat().filter(({ startedAt }) => Date.parse(startedAt) < beforeMs).length
  } catch (error) {
    if (error instanceof StorageError) return null
    throw error
  }
}

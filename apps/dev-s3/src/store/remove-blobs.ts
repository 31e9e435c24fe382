import type { Storage } from './storage.ts'

/** Removes blobs that no object refers to any more; copies of an object share one. Call it after the commit. */
export async function removeUnusedBlobs(storage: Storage, blobs: readonly string[]): Promise<void> {
  await storage.blobs.remove(blobs.filter((blob) => blob !== '' && !storage.objects.hasBlob(blob)))
}

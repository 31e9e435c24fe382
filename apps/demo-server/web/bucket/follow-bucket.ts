import type { StorageObject } from '@gallerist/sdk'
import { readObjectKey } from './object-key.ts'

/** An object that the bucket held once. */
export interface GoneObject {
  readonly key: string
  readonly sizeBytes: number
  readonly fileName: string | null
  /** When its absence was noticed. */
  readonly goneAtMs: number
}

/** What the bucket holds, and what was seen to leave it since the page was opened. */
export interface BucketHistory {
  readonly objects: readonly StorageObject[]
  /** Newest first. */
  readonly gone: readonly GoneObject[]
  /** By folder: condemned bytes lose their media, and with it their name. */
  readonly names: ReadonlyMap<string, string>
  readonly readAtMs: number
}

const mostGone = 500

/** Adds one complete listing to what was seen before. */
export function followBucket(
  before: BucketHistory | undefined,
  objects: readonly StorageObject[],
  nowMs: number,
): BucketHistory {
  const keys = new Set(objects.map(({ key }) => key))
  const names = new Map(before?.names)
  for (const { key, fileName } of objects) if (fileName !== null) names.set(readObjectKey(key).folder, fileName)
  const vanished = (before?.objects ?? [])
    .filter(({ key }) => !keys.has(key))
    .map(({ key, sizeBytes }) => ({
      key,
      sizeBytes,
      fileName: names.get(readObjectKey(key).folder) ?? null,
      goneAtMs: nowMs,
    }))
  return { objects, names, gone: [...vanished, ...(before?.gone ?? [])].slice(0, mostGone), readAtMs: nowMs }
}

import type { BucketFile } from './group-objects.ts'

/** The smallest public object of a file; null where it has none. */
export function toThumbnailUrl({ parts, folder }: BucketFile, base: string | null): string | null {
  if (base === null || !folder.startsWith('media/')) return null
  const smallest = parts.find(({ part }) => part === 'w320') ?? parts[0]
  return smallest ? base + smallest.key : null
}

/** What uses a file, in words. */
export function toUseNames({ usedBy, state }: BucketFile): string {
  if (usedBy.length > 0)
    return usedBy.map(({ title, kind, id }) => title ?? (kind === 'library' ? 'Library' : id)).join(', ')
  return state === 'incoming' ? 'An upload' : 'Used by nothing'
}

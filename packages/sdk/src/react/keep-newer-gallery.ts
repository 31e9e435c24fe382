import { replaceEqualDeep } from '@tanstack/react-query'

interface Versioned {
  readonly version: number
  readonly createdAt: string
}

function isVersioned(value: unknown): value is Versioned {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number'
}

/**
 * Structural sharing of a gallery or a document: an answer that is older than what the cache holds is ignored, so that a slow refetch
 * cannot undo the look of a newer save. Another `createdAt` is another one (a database that was reset).
 */
export function keepNewerGallery(cached: unknown, fetched: unknown): unknown {
  const outdated =
    isVersioned(cached) &&
    isVersioned(fetched) &&
    cached.createdAt === fetched.createdAt &&
    fetched.version < cached.version
  return outdated ? cached : replaceEqualDeep(cached, fetched)
}

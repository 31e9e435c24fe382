import type { Page, StorageObject, User } from '@gallerist/sdk/contract'
import type { Database } from '../db/database.ts'
import { readUses } from '../db/media-refs.ts'
import { readObjectOwners, type ObjectOwner } from '../db/object-owners.ts'
import { StorageError, type ObjectStorage, type StoredObject } from '../storage/object-storage.ts'
import { DomainError } from './domain-error.ts'
import { refuseCursor, type PageRequest } from './paging.ts'
import { keyPrefixes } from './object-keys.ts'
import { requireStorage } from './uploads.ts'

const prefixes = [keyPrefixes.final, keyPrefixes.incoming]

/** What the bucket really holds under our prefixes: listed first, then asked of the database, page by page. */
export async function listStorage(
  deps: { database: Database; storage: ObjectStorage | null },
  { cursor, limit }: PageRequest,
  viewer: User,
): Promise<Page<StorageObject>> {
  const [at, token] = readPosition(cursor)
  const { objects, nextCursor } = await list(requireStorage(deps.storage), {
    prefix: prefixes[at] ?? '',
    cursor: token,
    limit,
  })
  const owners = await readObjectOwners(
    deps.database,
    objects.map((object) => object.key),
  )
  const mediaIds = [...owners.values()].flatMap((owner) => owner.mediaId ?? [])
  const uses = await readUses(deps.database, mediaIds, viewer)
  return {
    items: objects.map((object) => {
      const owner = owners.get(object.key)
      return { ...toObject(object, owner), usedBy: uses.get(owner?.mediaId ?? '') ?? [] }
    }),
    nextCursor: nextPosition(at, nextCursor),
  }
}

async function list(
  storage: ObjectStorage,
  request: Parameters<ObjectStorage['list']>[0],
): ReturnType<ObjectStorage['list']> {
  try {
    return await storage.list(request)
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    throw new DomainError('STORAGE_UNAVAILABLE', 'Storage did not answer. Try again in a moment.', { cause: error })
  }
}

function toObject(object: StoredObject, owner: ObjectOwner | undefined): Omit<StorageObject, 'usedBy'> {
  return {
    key: object.key,
    sizeBytes: object.sizeBytes,
    lastModifiedAt: object.lastModifiedAt,
    state: owner?.state ?? 'unknown',
    mediaId: owner?.mediaId ?? null,
    fileName: owner?.fileName ?? null,
    dueAt: owner?.dueAt?.toISOString() ?? null,
  }
}

function readPosition(cursor: string | undefined): [number, string | null] {
  if (cursor === undefined) return [0, null]
  const match = /^(\d):(.*)$/s.exec(Buffer.from(cursor, 'base64url').toString())
  const at = Number(match?.[1])
  if (match === null || at >= prefixes.length) throw refuseCursor(cursor)
  return [at, match[2] || null]
}

function nextPosition(at: number, token: string | null): string | null {
  if (token === null && at + 1 >= prefixes.length) return null
  const position = token === null ? `${at + 1}:` : `${at}:${token}`
  return Buffer.from(position).toString('base64url')
}

import type { Database } from '../db/database.ts'
import { keyPrefixes } from '../domain/object-keys.ts'
import type { ObjectStorage, StoredObject } from '../storage/object-storage.ts'
import { confirmAbsence, createAbsenceFinder } from './find-absent.ts'
import { readKnownKeys, type ExpectedObject, type KnownKey } from './known-keys.ts'
import { stopOnTooMany, type ReconcileRules } from './reconcile-rules.ts'

/** What is seen of bucket and database; grows while looking, so that a stop leaves what was seen so far. */
export interface Seen {
  objectCount: number
  storedBytes: number
  youngCount: number
  unansweredCount: number
  /** No row knows them, and they are old enough for that to mean something. */
  readonly unknown: StoredObject[]
  readonly wrongSize: { readonly object: StoredObject; readonly known: KnownKey }[]
  absent: readonly ExpectedObject[]
}

export function createSeen(): Seen {
  return { objectCount: 0, storedBytes: 0, youngCount: 0, unansweredCount: 0, unknown: [], wrongSize: [], absent: [] }
}

export interface LookDeps {
  readonly database: Database
  readonly storage: Pick<ObjectStorage, 'list' | 'head'>
  readonly startedAt: Date
  readonly rules: ReconcileRules
}

/** Lists first and asks the database after each page: what is created in between is in no listing, so never unknown. */
export async function look(deps: LookDeps, seen: Seen): Promise<void> {
  const { database, storage, startedAt, rules } = deps
  const finder = createAbsenceFinder(database, startedAt)
  for (const prefix of [keyPrefixes.final, keyPrefixes.incoming]) {
    for (let cursor: string | null = null, isLast = false; !isLast;) {
      const { objects, nextCursor } = await storage.list({ prefix, cursor, limit: rules.pageSize })
      const keys = objects.map((object) => object.key)
      await compare(deps, objects, seen)
      isLast = nextCursor === null
      cursor = nextCursor
      if (prefix === keyPrefixes.final) await finder.follow(keys, isLast ? null : (keys.at(-1) ?? null))
      stopOnTooMany(rules, 'objects are unknown', { count: seen.unknown.length, total: null })
      stopOnTooMany(rules, 'objects are missing', { count: finder.missing.length, total: null })
    }
  }
  stopOnTooMany(rules, 'objects are unknown', { count: seen.unknown.length, total: seen.objectCount })
  stopOnTooMany(rules, 'objects are missing', { count: finder.missing.length, total: finder.expectedCount })
  const { absent, unansweredCount } = await confirmAbsence(database, storage, finder.missing)
  seen.absent = absent
  seen.unansweredCount = unansweredCount
}

async function compare(deps: LookDeps, objects: readonly StoredObject[], seen: Seen): Promise<void> {
  const known = await readKnownKeys(
    deps.database,
    objects.map((object) => object.key),
  )
  const youngSinceMs = deps.startedAt.getTime() - deps.rules.minAgeMs
  for (const object of objects) {
    const row = known.get(object.key)
    seen.objectCount += 1
    seen.storedBytes += object.sizeBytes
    if (row === undefined && Date.parse(object.lastModifiedAt) > youngSinceMs) seen.youngCount += 1
    else if (row === undefined) seen.unknown.push(object)
    else if (row.sizeBytes !== null && row.sizeBytes !== object.sizeBytes) seen.wrongSize.push({ object, known: row })
  }
}

import type { Sql } from '../db/database.ts'
import type { StoredObject } from '../storage/object-storage.ts'
import { readKnownKeys } from './known-keys.ts'
import type { Seen } from './look.ts'
import { spellingsOf, toCanonicalKey } from './spellings.ts'

const objectsAtOnce = 100

/** Unknown objects that are spelt almost like a key of ours, with that key: findings, and never strays. */
export async function findNearMatches(sql: Sql, seen: Seen): Promise<Map<StoredObject, string>> {
  const matches = new Map<StoredObject, string>()
  const absent = new Map(seen.absent.map(({ key }) => [toCanonicalKey(key), key]))
  for (let at = 0; at < seen.unknown.length; at += objectsAtOnce) {
    const batch = seen.unknown.slice(at, at + objectsAtOnce)
    const known = await readKnownKeys(
      sql,
      batch.flatMap(({ key }) => spellingsOf(key)),
    )
    for (const object of batch) {
      const match =
        spellingsOf(object.key).find((spelling) => known.has(spelling)) ?? absent.get(toCanonicalKey(object.key))
      if (match !== undefined) matches.set(object, match)
    }
  }
  return matches
}

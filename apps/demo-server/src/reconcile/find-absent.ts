import type { Database } from '../db/database.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { readExpectedObjects, stillExpected, type ExpectedObject } from './known-keys.ts'

/** Follows a listing in byte order and finds what should have been in it. */
export interface AbsenceFinder {
  readonly expectedCount: number
  /** Expected and not listed so far, past their place. */
  readonly missing: readonly ExpectedObject[]
  /** The next page; `upTo` is its last key, null on the last page. */
  follow(keys: readonly string[], upTo: string | null): Promise<void>
}

/** `before`: only what was written before the listing began must be in it. */
export function createAbsenceFinder(database: Database, before: Date): AbsenceFinder {
  const missing: ExpectedObject[] = []
  const pending = new Map<string, ExpectedObject>()
  let expectedCount = 0
  let after = ''

  async function expectUpTo(upTo: string | null): Promise<void> {
    for (let isMore = true; isMore;) {
      const { objects, next } = await readExpectedObjects(database, { after, upTo, before })
      expectedCount += objects.length
      for (const object of objects) pending.set(object.key, object)
      isMore = next !== null
      after = next ?? upTo ?? after
    }
  }

  return {
    missing,
    get expectedCount() {
      return expectedCount
    },
    async follow(keys, upTo) {
      await expectUpTo(upTo)
      for (const key of keys) pending.delete(key)
      for (const [key, object] of pending) {
        if (upTo !== null && key > upTo) continue
        missing.push(object)
        pending.delete(key)
      }
    },
  }
}

const headsAtOnce = 16

/** Asks for each object itself: only a definite "absent" of what is expected still counts. */
export async function confirmAbsence(
  database: Database,
  storage: Pick<ObjectStorage, 'head'>,
  missing: readonly ExpectedObject[],
): Promise<{ absent: ExpectedObject[]; unansweredCount: number }> {
  const absent: ExpectedObject[] = []
  let unansweredCount = 0
  for (let at = 0; at < missing.length; at += headsAtOnce) {
    const batch = missing.slice(at, at + headsAtOnce)
    const seen = await Promise.all(batch.map(async (object) => ({ object, presence: await storage.head(object.key) })))
    unansweredCount += seen.filter(({ presence }) => presence === 'unknown').length
    absent.push(...seen.filter(({ presence }) => presence === 'absent').map(({ object }) => object))
  }
  return { absent: await stillExpected(database, absent), unansweredCount }
}

import type { Database } from '../db/database.ts'
import { StorageError, type ObjectStorage } from '../storage/object-storage.ts'
import { ReconcileStop } from './reconcile-stop.ts'

/** Beside the prefixes that are listed, and private. */
export const pairingKey = '.gallerist/pairing'

type PairedStorage = Pick<ObjectStorage, 'read' | 'write'>

const answerWithinMs = 15_000
const tokenBytes = 100

/**
 * Whether the bucket is this database's. `unpaired` where neither side has ever been paired.
 *
 * @throws ReconcileStop where the bucket belongs to another database, or the database to another bucket
 */
export async function readPairing(database: Database, storage: PairedStorage): Promise<'paired' | 'unpaired'> {
  const row = await readToken(database)
  const held = await storage.read(pairingKey, { maxBytes: tokenBytes, signal: AbortSignal.timeout(answerWithinMs) })
  if (held === null && !row.isPaired) return 'unpaired'
  if (held === null) {
    throw mismatch(
      `this database is paired, but the bucket has no ${pairingKey}. ` +
        `If the bucket has moved on purpose: update storage_pairing set paired_at = null`,
    )
  }
  if (held.toString() !== row.token) {
    throw mismatch(
      `the bucket's ${pairingKey} names another database. ` +
        `If that one is gone for good, remove the object and set paired_at in storage_pairing to null`,
    )
  }
  if (!row.isPaired) await markPaired(database)
  return 'paired'
}

/** Writes the token once; whoever is second finds the first one's. */
export async function pair(database: Database, storage: PairedStorage): Promise<'paired'> {
  const { token } = await readToken(database)
  const options = { mime: 'text/plain', signal: AbortSignal.timeout(answerWithinMs) }
  await storage.write(pairingKey, Buffer.from(token), options).catch((error: unknown) => {
    // Another instance may have written it, or the answer was lost; what is read next decides.
    if (!(error instanceof StorageError)) throw error
  })
  if ((await readPairing(database, storage)) === 'paired') return 'paired'
  throw new StorageError(`Storage did not take ${pairingKey}.`)
}

function mismatch(why: string): ReconcileStop {
  return new ReconcileStop('pairing-mismatch', `Bucket and database do not belong together: ${why}.`)
}

async function readToken(database: Database): Promise<{ token: string; isPaired: boolean }> {
  const [row] = await database.query<{ token: string; isPaired: boolean }>(
    'select token, paired_at is not null as "isPaired" from storage_pairing',
  )
  if (row === undefined) throw mismatch('the database has lost its row in storage_pairing')
  return row
}

async function markPaired(database: Database): Promise<void> {
  await database.query('update storage_pairing set paired_at = clock_timestamp()')
}

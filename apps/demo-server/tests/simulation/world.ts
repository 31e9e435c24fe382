import { toObjectBases, userSchema, type User } from '@gallerist/sdk/contract'
import type { Database } from '../../src/db/database.ts'
import { applySettings } from '../../src/db/settings.ts'
import { saveUsers } from '../../src/db/users.ts'
import type { AppDeps } from '../../src/domain/app-deps.ts'
import { keyPrefixes } from '../../src/domain/object-keys.ts'
import type { ObjectStorage } from '../../src/storage/object-storage.ts'
import { plainImages } from '../fixture/plain-images.ts'
import { realActs, type Acts } from './acts.ts'
import { createFaultyDatabase } from './faulty-database.ts'
import { createModel, type Model, type ModelTicket } from './model.ts'
import { createSimulatedStore, type SimulatedStore } from './simulated-store.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'
import { Violation } from './violation.ts'

const ada = userSchema.parse({ id: 'ada', name: 'Ada', role: 'editor' })
const ben = userSchema.parse({ id: 'ben', name: 'Ben', role: 'editor' })
export const users: readonly [User, User] = [ada, ben]

export const publicUrl = 'https://cdn.example'
/** Somebody else's: never ours to touch, however close their names are. */
export const foreignKeys = ['media2/picture.png', 'incoming-old/picture.png', 'readme.txt']
export const stagedLeaseMs = 86_400_000

/** An act that stands still in a storage call. */
export interface Sleeper {
  readonly wake: () => void
  readonly finished: Promise<void>
}

export interface World {
  /** Without faults: for checks and for people with psql. */
  readonly plain: Database
  readonly deps: AppDeps
  readonly storage: ObjectStorage
  readonly acts: Acts
  readonly store: SimulatedStore
  readonly clock: VirtualClock
  readonly model: Model
  readonly sleepers: Sleeper[]
  readonly graceMs: number
  readonly purgedFiles: Set<string>
  /** Whole files that were held after the last step. */
  heldFiles: readonly string[]
  /** Until when a server may still write each of these keys. */
  readonly writeDeadlines: Map<string, number>
  /** Uploads whose bytes were taken or refused: what their tickets still bring belongs to nobody. */
  readonly settledTickets: Set<string>
  /** Where a ticket's bytes go. */
  readonly sendKeyOf: (incomingKey: string, world: Pick<World, 'model'>, ticket: ModelTicket) => string
  isStorageOn: boolean
  wasStorageOff: boolean
  /** For texts and keys that no other step has. */
  count: number
}

export interface WorldOptions {
  readonly graceMs: number
  /** What users and sweepers do; left out: the server's own. */
  readonly createActs?: (storage: ObjectStorage) => Acts
  readonly sendKeyOf?: World['sendKeyOf']
  /** Put around the storage that the server sees. */
  readonly wrapStorage?: (storage: ObjectStorage) => ObjectStorage
  /** Put around the database that the server sees. */
  readonly wrapDatabase?: (database: Database) => Database
}

/** A fresh world on a database whose schema is there: nothing stored, no time passed. */
export async function createWorld(plain: Database, options: WorldOptions): Promise<World> {
  await empty(plain)
  await saveUsers(plain, users)
  await applySettings(plain, { graceMs: options.graceMs, stagedLeaseMs, storageOn: true })
  const clock = await createVirtualClock(plain)
  const writeDeadlines = new Map<string, number>()
  const store = createSimulatedStore({
    nowMs: () => clock.nowMs(),
    onDelete: async (keys) => {
      const early = keys.find((key) => (writeDeadlines.get(key) ?? 0) > clock.nowMs())
      if (early) store.violation ??= new Violation('I2', `a delete was sent for ${early} before its write deadline`)
      store.violation ??= await findEarlyDelete(plain, keys)
    },
    onWritten: async (key) => {
      store.violation ??= await findUntracked(plain, key)
      const leftMs = await readWriteMs(plain, key)
      if (leftMs !== null) writeDeadlines.set(key, clock.nowMs() + leftMs)
    },
  })
  for (const key of foreignKeys) await store.receive(key, Buffer.from(key), 0)
  const database = createFaultyDatabase((options.wrapDatabase ?? ((inner) => inner))(plain))
  const storage = (options.wrapStorage ?? ((inner) => inner))(store.port)
  const bases = toObjectBases({ publicUrl, endpoint: 'https://s3.example', bucket: 'gallery' })
  const rules = { publicUrl, urlVersion: 'content' as const, bases }
  return {
    plain,
    deps: { database, storage, images: plainImages, rules, wake: () => undefined },
    storage,
    acts: (options.createActs ?? (() => realActs))(storage),
    store,
    clock,
    model: createModel(),
    sleepers: [],
    graceMs: options.graceMs,
    purgedFiles: new Set(),
    heldFiles: [],
    writeDeadlines,
    settledTickets: new Set(),
    sendKeyOf: options.sendKeyOf ?? ((key) => key),
    isStorageOn: true,
    wasStorageOff: false,
    count: 0,
  }
}

/** Rows are deleted, not truncated: that is what the schema allows, and with few rows ten times faster. */
async function empty(plain: Database): Promise<void> {
  const tables = ['galleries', 'media_refs', 'media', 'files', 'purges', 'uploads', 'deletions', 'users']
  await plain.query(tables.map((table) => `delete from ${table}`).join('; '))
}

/** I2 and I7, at the moment when a delete is sent or arrives. */
async function findEarlyDelete(plain: Database, keys: readonly string[]): Promise<Violation | null> {
  const rows = await plain.query<{ key: string; isPurged: boolean; isFile: boolean; isHeld: boolean }>(
    `select k.key, p.id is not null as "isPurged", f.id is not null as "isFile",
       coalesce(f.held_reason is not null, false) as "isHeld"
     from unnest($1::text[]) as k(key) left join purges p on p.object_key = k.key
     left join files f on f.original_key = k.key or f.variants @> jsonb_build_array(jsonb_build_object('key', k.key))`,
    [keys],
  )
  const held = rows.find((row) => row.isHeld)
  if (held) return new Violation('I7', `a delete was sent for ${held.key}, which is held`)
  const used = rows.find((row) => row.isFile)
  if (used) return new Violation('I2', `a delete was sent for ${used.key}, which is a file's`)
  const untracked = rows.find((row) => !row.isPurged)
  return untracked ? new Violation('I2', `a delete was sent for ${untracked.key}, which has no purge row`) : null
}

/** I5, at the moment when an object comes into being. */
async function findUntracked(plain: Database, key: string): Promise<Violation | null> {
  if (!isOurs(key)) return null
  const rows = await plain.query(
    `select 1 from files where original_key = $1 or variants @> jsonb_build_array(jsonb_build_object('key', $1::text))
       union all select 1 from purges where object_key = $1`,
    [key],
  )
  return rows.length > 0 ? null : new Violation('I5', `${key} was written, and no row knows it`)
}

/** What is left of the write deadline of a file whose bytes are not verified yet, in milliseconds. */
async function readWriteMs(plain: Database, key: string): Promise<number | null> {
  const [row] = await plain.query<{ ms: number }>(
    `select extract(epoch from write_deadline - clock_timestamp())::float8 * 1000 as ms from files
       where verified_at is null
         and (original_key = $1 or variants @> jsonb_build_array(jsonb_build_object('key', $1::text)))`,
    [key],
  )
  return row?.ms ?? null
}

export function isOurs(key: string): boolean {
  return Object.values(keyPrefixes).some((prefix) => key.startsWith(prefix))
}

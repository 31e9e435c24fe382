import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { toObjectBases, userSchema } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../../src/db/database.ts'
import { judgeDue } from '../../src/db/purges.ts'
import { saveUsers } from '../../src/db/users.ts'
import { createGallery } from '../../src/domain/manage-galleries.ts'
import { saveGallery } from '../../src/domain/save-gallery.ts'
import { Violation } from '../simulation/violation.ts'
import type { Mutant } from './mutant.ts'

const ada = userSchema.parse({ id: 'ada', name: 'Ada', role: 'editor' })
const publicUrl = 'https://cdn.example'
const bases = toObjectBases({ publicUrl, endpoint: 'https://s3.example', bucket: 'gallery' })
const rules = { publicUrl, urlVersion: 'content' as const, bases }

/** Two connections at once; null where the promise holds. */
export const races: Readonly<Record<NonNullable<Mutant['race']>, (database: Database) => Promise<Violation | null>>> = {
  async 'last-two-references'(database) {
    const mediaId = await insertMedia(database)
    const [one, two] = [await attach(database, mediaId), await attach(database, mediaId)]
    const first = openTransaction(database, (tx) => detach(tx, one))
    await first.ready
    const second = openTransaction(database, (tx) => detach(tx, two))
    await untilBlockedOr(database, second.ready)
    await first.finish()
    await second.finish()
    const rows = await database.query('select 1 from media where id = $1 and due_at is null', [mediaId])
    return rows.length === 0 ? null : new Violation('I3', 'nothing uses the media, and nothing condemned it')
  },
  async 'uncommitted-reference'(database) {
    const mediaId = await insertMedia(database)
    await database.query(`update media set due_at = now() - interval '1 s' where id = $1`, [mediaId])
    const attaching = openTransaction(database, (tx) => attach(tx, mediaId))
    await attaching.ready
    await judgeDue(database, 10)
    await attaching.finish()
    const rows = await database.query('select 1 from media where id = $1', [mediaId])
    return rows.length > 0 ? null : new Violation('I1', 'a media with a committed reference was judged')
  },
  async 'two-saves'(database) {
    await saveUsers(database, [ada])
    for (let tries = 0; tries < 20; tries += 1) {
      const gallery = await createGallery(database, { user: ada, body: { title: 'x' }, idempotencyKey: null }, rules)
      const request = { user: ada, galleryId: gallery.id, baseVersion: gallery.version, idempotencyKey: null }
      const saves = await Promise.allSettled(
        ['one', 'two'].map((title) => saveGallery(database, { ...request, body: { title } }, rules)),
      )
      if (saves.every((save) => save.status === 'fulfilled')) return new Violation('I8', 'both saves were committed')
    }
    return null
  },
}

function openTransaction(database: Database, work: (tx: Sql) => Promise<unknown>) {
  const ready = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const done = database.transaction(async (tx) => {
    await work(tx)
    ready.resolve()
    await gate.promise
  })
  const finish = (): Promise<void> => {
    gate.resolve()
    return done
  }
  return { ready: ready.promise, finish }
}

/** Waits until some connection waits for a lock, or, where nothing blocks, for the other promise. */
async function untilBlockedOr(database: Database, ready: Promise<void>): Promise<void> {
  const other = ready.then(() => true)
  for (;;) {
    const rows = await database.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0 || (await Promise.race([other, sleep(5, false)]))) return
  }
}

function detach(tx: Sql, id: number): Promise<unknown> {
  return tx.query('delete from media_refs where id = $1', [id])
}

async function insertMedia(database: Database): Promise<string> {
  await saveUsers(database, [ada])
  const fileId = randomUUID()
  await database.query(
    `insert into files (id, user_id, original_key, mime, size_bytes, stored_bytes, width_px, height_px, checksum_sha256,
       write_deadline, verified_at) values ($1::uuid, 'ada', 'media/' || $1::uuid, 'image/png', 1, 1, 1, 1, 'x', now(), now())`,
    [fileId],
  )
  const rows = await database.query<{ id: string }>(
    `insert into media (user_id, file_id, file_name) values ('ada', $1, 'x.png') returning id`,
    [fileId],
  )
  return rows[0]?.id ?? ''
}

async function attach(sql: Sql, mediaId: string): Promise<number> {
  const rows = await sql.query<{ id: number }>(
    `insert into media_refs (media_id, slot, content_type, object_id) values ($1, 'object', 'cities.city', '42') returning id`,
    [mediaId],
  )
  return rows[0]?.id ?? 0
}

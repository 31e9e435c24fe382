import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sql } from '../src/db/database.ts'
import { judgeDue } from '../src/db/purges.ts'
import { startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterAll(() => app.stop())

/** A transaction that stands still between its work and its commit. */
function openTransaction(work: (tx: Sql) => Promise<unknown>, end: 'commit' | 'rollback' = 'commit') {
  const ready = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const done = app.deps.database.transaction(
    async (tx) => {
      await work(tx)
      ready.resolve()
      await gate.promise
    },
    { dryRun: end === 'rollback' },
  )
  return {
    ready: Promise.race([ready.promise, done]),
    finish: () => {
      gate.resolve()
      return done
    },
  }
}

/** Waits until some other connection waits for a lock. */
async function untilBlocked(): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await app.deps.database.query<{ count: number }>(
        `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return row?.count
    })
    .toBeGreaterThan(0)
}

async function makeDue(): Promise<string> {
  const { media } = await app.upload(randomUUID())
  await app.deps.database.query(`update media set due_at = clock_timestamp() where id = $1`, [media.id])
  return media.id
}

const drop = (sql: Sql, galleryId: string) => sql.query('delete from galleries where id = $1', [galleryId])

const attach = (sql: Sql, mediaId: string) =>
  sql.query(`insert into media_refs (media_id, slot) values ($1, 'library')`, [mediaId])

async function stateOf(mediaId: string) {
  const [row] = await app.deps.database.query<{ exists: boolean; refs: number; isDue: boolean | null }>(
    `select exists (select 1 from media where id = $1) as exists, (select count(*) from media_refs where media_id = $1) as refs,
       (select due_at is not null from media where id = $1) as "isDue"`,
    [mediaId],
  )
  return row
}

test('an uncommitted reference keeps a due media from the judge', async () => {
  const mediaId = await makeDue()
  const attaching = openTransaction((tx) => attach(tx, mediaId))
  await attaching.ready
  await judgeDue(app.deps.database, 100)
  await attaching.finish()
  expect(await stateOf(mediaId)).toEqual({ exists: true, refs: 1, isDue: false })
})

test('the foreign key alone keeps it, where no trigger cleared the due time', async () => {
  const mediaId = await makeDue()
  await app.deps.database.query('alter table media_refs disable trigger ref_added')
  await attach(app.deps.database, mediaId)
  await app.deps.database.query('alter table media_refs enable trigger ref_added')
  const other = await makeDue()
  const judgement = await judgeDue(app.deps.database, 100)
  expect(judgement.refused).toEqual([mediaId])
  expect(await stateOf(mediaId)).toEqual({ exists: true, refs: 1, isDue: true })
  expect(await stateOf(other)).toMatchObject({ exists: false })
  await app.deps.database.query('update media set due_at = null where id = $1', [mediaId])
})

test('a reference that waits for a judge is refused when he commits, and kept when he does not', async () => {
  for (const end of ['commit', 'rollback'] as const) {
    const mediaId = await makeDue()
    const judging = openTransaction((tx) => tx.query('delete from media where id = $1', [mediaId]), end)
    await judging.ready
    const attaching = attach(app.deps.database, mediaId).then(
      () => 'attached',
      () => 'refused',
    )
    await untilBlocked()
    await judging.finish()
    expect(await attaching).toBe(end === 'commit' ? 'refused' : 'attached')
    expect((await stateOf(mediaId))?.exists).toBe(end === 'rollback')
  }
})

test('two holders that drop the last two references at once leave it condemned', async () => {
  const upload = await app.upload(randomUUID())
  const items = [{ mediaId: upload.media.id }]
  const [one, two] = [await app.gallery('One'), await app.gallery('Two')]
  await app.save(one, items)
  await app.save(two, items)
  const first = openTransaction((tx) => drop(tx, one.id))
  await first.ready
  const second = drop(app.deps.database, two.id)
  await untilBlocked()
  await first.finish()
  await second
  expect(await stateOf(upload.media.id)).toEqual({ exists: true, refs: 0, isDue: true })
})

test('plain SQL that cascades condemns too', async () => {
  const upload = await app.upload(randomUUID())
  const { gallery } = await app.save(await app.gallery(), [{ mediaId: upload.media.id }])
  await app.deps.database.query('delete from galleries where id = $1', [gallery.id])
  expect(await stateOf(upload.media.id)).toEqual({ exists: true, refs: 0, isDue: true })
})

test('a file that a media is taking is kept from the judge', async () => {
  const [target, other] = [await app.upload(randomUUID()), await app.upload(randomUUID())]
  const [file] = await app.deps.database.query<{ id: string }>('select file_id as id from media where id = $1', [
    other.media.id,
  ])
  await app.deps.database.query('delete from media where id = $1', [other.media.id])
  const taking = openTransaction((tx) =>
    tx.query('update media set file_id = $2 where id = $1', [target.media.id, file?.id]),
  )
  await taking.ready
  await judgeDue(app.deps.database, 100)
  await taking.finish()
  const [row] = await app.deps.database.query<{ id: string }>('select file_id as id from media where id = $1', [
    target.media.id,
  ])
  expect(row?.id).toBe(file?.id)
})

test('references are inserted and deleted, never updated', async () => {
  const upload = await app.upload(randomUUID(), {})
  const update = app.deps.database.query('update media_refs set media_id = media_id where media_id = $1', [
    upload.media.id,
  ])
  await expect(update).rejects.toThrow('never updated')
})

test('plain SQL truncates no table whose rows the triggers watch', async () => {
  const upload = await app.upload(randomUUID())
  await app.save(await app.gallery(), [{ mediaId: upload.media.id }])
  for (const table of ['galleries', 'media', 'files', 'purges']) {
    await expect(app.deps.database.query(`truncate ${table} cascade`)).rejects.toThrow('delete its rows')
  }
  expect(await stateOf(upload.media.id)).toEqual({ exists: true, refs: 1, isDue: false })
})

test('two saves against one version: one commits, the other is told', async () => {
  const uploads = await Promise.all([app.upload('x'), app.upload('y')])
  const gallery = await app.gallery()
  const saves = await Promise.allSettled(uploads.map(({ media }) => app.save(gallery, [{ mediaId: media.id }])))
  expect(saves.map((save) => save.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(saves.find((save) => save.status === 'rejected')?.reason).toMatchObject({ code: 'GALLERY_CHANGED' })
})

test('the same act sent twice at once runs once', async () => {
  const upload = await app.upload('z')
  const gallery = await app.gallery()
  const items = [{ mediaId: upload.media.id }]
  const results = await Promise.allSettled([
    app.save(gallery, items, { key: 'twice' }),
    app.save(gallery, items, { key: 'twice' }),
  ])
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
  expect(refused.every((code) => code === 'IDEMPOTENCY_IN_FLIGHT')).toBe(true)
  expect((await app.save(gallery, items, { key: 'twice' })).gallery.version).toBe(2)
})

test('a media that plain SQL inserts is staged, and runs out where nothing uses it', async () => {
  const { media } = await app.upload(randomUUID())
  const [file] = await app.deps.database.query<{ id: string }>('select file_id as id from media where id = $1', [
    media.id,
  ])
  await app.deps.database.query('delete from media where id = $1', [media.id])
  const [row] = await app.deps.database.query<{ isDue: boolean }>(
    `insert into media (user_id, file_id, file_name) values ('ada', $1, 'x.png') returning due_at is not null as "isDue"`,
    [file?.id],
  )
  expect(row?.isDue).toBe(true)
})

test('only references point at media', async () => {
  const rows = await app.deps.database.query<{ table: string }>(
    `select conrelid::regclass::text as table from pg_constraint where contype = 'f' and confrelid = 'media'::regclass`,
  )
  expect(rows.map((row) => row.table)).toEqual(['media_refs'])
})

test('every key is known exactly once, in files or in purges', async () => {
  const [row] = await app.deps.database.query<{ known: number; distinct: number }>(
    `select count(*) as known, count(distinct k) as distinct from (
       select unnest(original_key || array(select v ->> 'key' from jsonb_array_elements(variants) v)) as k from files
       union all select object_key from purges) t`,
  )
  expect(row?.known).toBeGreaterThan(0)
  expect(row?.known).toBe(row?.distinct)
})

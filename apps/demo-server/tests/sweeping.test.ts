import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSweeper } from '../src/jobs/create-sweeper.ts'
import { settleTombstone, tidyUp } from '../src/db/purges.ts'
import { readReceipt } from '../src/domain/receipts.ts'
import { sweepAll, type SweepDeps } from '../src/domain/sweep.ts'
import type { ObjectStorage } from '../src/storage/object-storage.ts'
import { ada, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeEach(async () => {
  app = await startLifecycle()
})
afterEach(() => app.stop())

const depsWith = (storage: Partial<ObjectStorage>): SweepDeps => ({
  database: app.deps.database,
  storage: { ...app.deps.storage, ...storage },
  onPurged: () => undefined,
  onAlarm: () => undefined,
})

async function removeOne() {
  const upload = await app.upload('removed')
  const { gallery } = await app.save(await app.gallery(), [{ mediaId: upload.media.id }])
  return (await app.save(gallery, [])).receipt
}

test('never calls a file deleted of which only a delete marker was seen', async () => {
  const receipt = await removeOne()
  const hiding = depsWith({
    deleteMany: async (keys) => new Map(keys.map((key) => [key, { state: 'hidden', message: 'locked' }])),
    head: async () => 'absent',
  })
  await sweepAll(hiding)
  await app.deps.database.query(`update purges set look_again_at = now(), done_at = now() - interval '31 days'`)
  await sweepAll(hiding)
  await tidyUp(app.deps.database)
  expect((await readReceipt(app.deps.database, receipt.id, ada)).files).toMatchObject([{ outcome: 'hidden' }])
})

test('looks at all tombstones that are due, however many', async () => {
  await app.deps.database.query(
    `insert into purges (object_key, due_at, done_at, outcome, look_again_at)
       select 'media/' || n, now(), now(), 'gone', now() from generate_series(1, 250) n`,
  )
  const seen: string[] = []
  await sweepAll(
    depsWith({
      head: async (key) => {
        seen.push(key)
        return 'absent'
      },
    }),
  )
  expect(new Set(seen).size).toBe(250)
})

test('keeps the second look of a zombie that another instance has deleted meanwhile', async () => {
  const [tombstone] = await app.deps.database.query<{ id: number }>(
    `insert into purges (object_key, due_at, done_at, outcome, look_again_at)
       values ('media/zombie', now(), now(), 'gone', now()) returning id`,
  )
  await sweepAll(depsWith({ head: async () => 'present' }))
  await settleTombstone(app.deps.database, tombstone?.id ?? 0, 'absent')
  const looks = await app.deps.database.query(
    `select id from purges where done_at is not null and look_again_at > now() + interval '23 h'`,
  )
  expect(looks).toEqual([tombstone])
})

test('stops after the round that runs, though more is due', async () => {
  await app.deps.database.query(
    `insert into purges (object_key, due_at) select 'media/' || n, now() from generate_series(1, 20) n`,
  )
  const started = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const sweeper = createSweeper(
    depsWith({
      deleteBatchSize: 1,
      deleteMany: async (keys) => {
        started.resolve()
        await gate.promise
        return new Map(keys.map((key) => [key, { state: 'gone' }]))
      },
    }),
    { intervalMs: 60_000, onError: () => undefined },
  )
  await started.promise
  const stopping = sweeper.stop()
  gate.resolve()
  await stopping
  const [row] = await app.deps.database.query<{ open: number }>(
    'select count(*) as open from purges where done_at is null',
  )
  expect(row?.open).toBe(19)
})

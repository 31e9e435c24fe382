import { afterEach, beforeEach, expect, test } from 'vitest'
import { listenForWork } from '../src/db/listen.ts'
import { createSweeper } from '../src/jobs/create-sweeper.ts'
import { startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeEach(async () => {
  app = await startLifecycle()
})
afterEach(() => app.stop())

/** An instance whose sweeper looks again in an hour, unless something wakes it. */
async function startInstance() {
  let wakes = 0
  const failures: unknown[] = []
  const sweeper = createSweeper(
    { ...app.deps, onPurged: () => undefined, onAlarm: () => undefined },
    { intervalMs: 3_600_000, onError: (error) => failures.push(error) },
  )
  const listener = listenForWork(app.databaseUrl, {
    onWork: () => {
      wakes += 1
      sweeper.wake()
    },
    onError: (error) => failures.push(error),
  })
  await expect.poll(() => wakes).toBeGreaterThan(0)
  return {
    failures,
    wakes: () => wakes,
    async stop() {
      await listener.close()
      await sweeper.stop()
    },
  }
}

const untilEmpty = () => expect.poll(() => app.listKeys(), { timeout: 20_000 }).toEqual([])

/** A saved gallery with one picture. */
async function fill() {
  const { media } = await app.upload('removed')
  return (await app.save(await app.gallery(), [{ mediaId: media.id }])).gallery
}

test('a save wakes the sweepers of all instances', async () => {
  const gallery = await fill()
  const instances = [await startInstance(), await startInstance()]
  const before = instances.map(({ wakes }) => wakes())
  await app.save(gallery, [])
  await untilEmpty()
  await expect.poll(() => instances.every(({ wakes }, index) => wakes() > (before[index] ?? 0))).toBe(true)
  for (const instance of instances) await instance.stop()
})

test('plain SQL that drops a reference wakes a sweeper', async () => {
  await fill()
  const instance = await startInstance()
  await app.deps.database.query('delete from gallery_items')
  await untilEmpty()
  await instance.stop()
})

test('says nothing where nothing comes due sooner', async () => {
  const instance = await startInstance()
  const before = instance.wakes()
  await fill()
  await app.deps.database.query(`update media set due_at = due_at + interval '1 h' where due_at is not null`)
  await app.deps.database.query(`select pg_notify('gallerist_work', '')`)
  await expect.poll(() => instance.wakes()).toBeGreaterThan(before)
  expect(instance.wakes()).toBe(before + 1)
  await instance.stop()
})

test('connects anew when PostgreSQL ends the connection, and looks at what it may have missed', async () => {
  const gallery = await fill()
  const instance = await startInstance()
  const before = instance.wakes()
  await app.deps.database.query(
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
       where datname = current_database() and query = 'listen gallerist_work'`,
  )
  await app.save(gallery, [])
  await untilEmpty()
  await expect.poll(() => instance.wakes()).toBeGreaterThan(before)
  expect(instance.failures).not.toEqual([])
  await instance.stop()
})

test('a listener that is closed while there is no database ends', async () => {
  const failures: unknown[] = []
  const listener = listenForWork('postgres://nobody@127.0.0.1:1/none', {
    onWork: () => undefined,
    onError: (error) => failures.push(error),
  })
  await expect.poll(() => failures.length).toBeGreaterThan(0)
  await listener.close()
})

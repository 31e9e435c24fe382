import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3'
import type { ReconcileReport } from '@gallerist/sdk/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pairingKey } from '../src/reconcile/pairing.ts'
import { reconcile } from '../src/reconcile/reconcile.ts'
import { readLastProof } from '../src/reconcile/reconcile-passes.ts'
import type { ReconcileRules } from '../src/reconcile/reconcile-rules.ts'
import { StorageError } from '../src/storage/object-storage.ts'
import { createTestDatabase } from './fixture/create-test-database.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { keysOf, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeEach(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterEach(() => app.stop())

/** Every object counts as older than a day, whatever the store's clock says. */
const old = { minAgeMs: -3_600_000 }
const look = (rules: Partial<ReconcileRules> = old): Promise<ReconcileReport> => reconcile(app.deps, rules)

async function put(...keys: string[]): Promise<void> {
  const signal = AbortSignal.timeout(60_000)
  const options = { mime: 'image/png', signal }
  for (let at = 0; at < keys.length; at += 50) {
    await Promise.all(keys.slice(at, at + 50).map((key) => app.deps.storage.write(key, Buffer.from('x'), options)))
  }
}

const remove = (key: string | undefined) => app.deps.storage.deleteMany([key ?? ''])
const keysIn = ({ samples }: ReconcileReport['strays']) => samples.map(({ key }) => key)
const counts = ({
  strays,
  suspects,
  nearMatches,
  dangling,
  wrongSize,
  youngCount,
  unansweredCount,
}: ReconcileReport) => [
  ...[strays, suspects, nearMatches, dangling, wrongSize].map(({ count }) => count),
  youngCount,
  unansweredCount,
]
const allClear = [0, 0, 0, 0, 0, 0, 0]

test('finds nothing where all is well: used, staged, condemned, being deleted, on its way', async () => {
  const [used, dropped] = [await app.upload('used'), await app.upload('dropped')]
  await app.upload('staged')
  const items = [used, dropped].map(({ media }) => ({ mediaId: media.id }))
  const { gallery } = await app.save(await app.gallery(), items)
  await app.save(gallery, items.slice(0, 1))
  await app.deps.database.query(`insert into purges (object_key, due_at) values ('incoming/1', now() + interval '1 h')`)
  await put('incoming/1')
  const report = await look()
  expect(report).toMatchObject({ stopped: null, pairing: 'paired', objectCount: 10 })
  expect(counts(report)).toEqual(allClear)
})

test('calls an unknown object a stray only after two passes saw it, and never deletes it', async () => {
  const { media } = await app.upload('used', {})
  await put('media/unknown/original.png', 'incoming/unknown')
  const first = await look()
  expect([first.strays.count, keysIn(first.suspects)]).toEqual([0, ['media/unknown/original.png', 'incoming/unknown']])
  const second = await look()
  expect([keysIn(second.strays), second.suspects.count]).toEqual([
    ['media/unknown/original.png', 'incoming/unknown'],
    0,
  ])
  expect(await app.listKeys()).toEqual(
    expect.arrayContaining([...keysOf(media), 'media/unknown/original.png', 'incoming/unknown']),
  )
})

test('ignores what is younger than a day, and what lies beside our prefixes', async () => {
  await put('media/young.png', 'media2/other.png', 'other.png')
  expect(counts(await look({}))).toEqual([0, 0, 0, 0, 0, 1, 0])
  expect(counts(await look({}))).toEqual([0, 0, 0, 0, 0, 1, 0])
})

test('forgets a suspect that the next pass does not see', async () => {
  await put('media/unknown.png')
  await look()
  await remove('media/unknown.png')
  await look()
  await put('media/unknown.png')
  const report = await look()
  expect([report.strays.count, report.suspects.count]).toEqual([0, 1])
})

test('two passes at once do not confirm each other', async () => {
  await put('media/unknown.png')
  await look()
  await app.deps.database.query('delete from stray_objects')
  const meeting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const lookTogether = (own: 0 | 1) => {
    const list: typeof app.deps.storage.list = async (request) => {
      meeting[own].resolve()
      await Promise.all(meeting.map(({ promise }) => promise))
      return app.deps.storage.list(request)
    }
    return reconcile({ ...app.deps, storage: { ...app.deps.storage, list } }, old)
  }
  const reports = await Promise.all([lookTogether(0), lookTogether(1)])
  expect(reports.map(({ strays }) => strays.count)).toEqual([0, 0])
})

test('an object that is created between the listing and the question is no stray', async () => {
  const storage = {
    ...app.deps.storage,
    async list(request: Parameters<typeof app.deps.storage.list>[0]) {
      const page = await app.deps.storage.list(request)
      if (request.prefix === 'media/') await app.upload('created meanwhile', {})
      return page
    },
  }
  for (const pass of [1, 2]) {
    expect(counts(await reconcile({ ...app.deps, storage }, old)), `pass ${pass}`).toEqual(allClear)
  }
})

test('a file that is judged and deleted during the pass is not missed', async () => {
  await app.upload('dropped')
  const storage = {
    ...app.deps.storage,
    async list(request: Parameters<typeof app.deps.storage.list>[0]) {
      await app.passTime()
      await app.sweep()
      return app.deps.storage.list(request)
    },
  }
  expect(counts(await reconcile({ ...app.deps, storage }, old))).toEqual(allClear)
})

test('raises the alarm for a file whose object is definitely gone, and for one of another size', async () => {
  const { media } = await app.upload('used', {})
  const [lost = '', changed = ''] = keysOf(media)
  await remove(lost)
  await remove(changed)
  await put(changed)
  const report = await look()
  expect(report.dangling).toMatchObject({ count: 1, samples: [{ key: lost, mediaId: media.id, sizeBytes: null }] })
  expect(report.wrongSize).toMatchObject({ count: 1, samples: [{ key: changed, mediaId: media.id, sizeBytes: 1 }] })
})

test('an answer that is none raises no alarm', async () => {
  const { media } = await app.upload('used', {})
  await remove(keysOf(media)[0])
  const storage = { ...app.deps.storage, head: async () => 'unknown' as const }
  const report = await reconcile({ ...app.deps, storage }, old)
  expect([report.dangling.count, report.unansweredCount]).toEqual([0, 1])
})

test('an object that only the listing left out is not missed', async () => {
  await app.upload('used', {})
  const storage = { ...app.deps.storage, list: async () => ({ objects: [], nextCursor: null }) }
  expect(counts(await reconcile({ ...app.deps, storage }, old))).toEqual(allClear)
})

test('takes another spelling of a key of ours for a finding, never for a stray', async () => {
  const { media } = await app.upload('used', {})
  const [first = '', second = ''] = keysOf(media)
  const near = [first.toUpperCase().replace('MEDIA/', 'media/'), second.replaceAll('-', '%2D')]
  await put(...near)
  for (const pass of [1, 2]) {
    const report = await look()
    expect(counts(report), `pass ${pass}`).toEqual([0, 0, 2, 0, 0, 0, 0])
    const spelt = report.nearMatches.samples.map(({ key, knownKey }) => [key, knownKey])
    expect(new Map(spelt.map(([key, known]) => [key, known]))).toEqual(
      new Map([
        [near[0], first],
        [near[1], second],
      ]),
    )
  }
})

test('reads 2,500 objects page by page, and finds the one that is unknown and the one that is lost', async () => {
  const rows = await app.deps.database.query<{ key: string; small: string }>(
    `insert into files (id, user_id, original_key, variants, mime, size_bytes, stored_bytes, width_px, height_px,
         checksum_sha256, write_deadline, verified_at)
       select id, 'ada', 'media/' || id || '/original.png',
         jsonb_build_array(jsonb_build_object('key', 'media/' || id || '/w320.webp', 'sizeBytes', 1)),
         'image/png', 1, 2, 1, 1, '', now(), now() - interval '1 h'
       from (select gen_random_uuid() as id from generate_series(1, 1250)) t
       returning original_key as key, variants -> 0 ->> 'key' as small`,
  )
  const keys = rows.flatMap(({ key, small }) => [key, small]).toSorted()
  await put(...keys.filter((_, index) => index !== 1_234), 'media/88888888/original.png')
  await look()
  const report = await look({ ...old, pageSize: 997 })
  expect(report).toMatchObject({ stopped: null, objectCount: 2_500 })
  expect(counts(report)).toEqual([1, 0, 0, 1, 0, 0, 0])
  expect(report.dangling.samples[0]?.key).toBe(keys[1_234])
})

test('stops before a wrong, empty database makes strays of everything, and does not pair with it', async () => {
  for (const name of ['one', 'two', 'three', 'four']) await app.upload(name, {})
  const other = await createTestDatabase()
  for (const pass of [1, 2]) {
    const report = await reconcile({ ...app.deps, database: other.database }, old)
    expect(report, `pass ${pass}`).toMatchObject({ pairing: 'unpaired', strays: { count: 0 }, suspects: { count: 12 } })
    expect(report.stopped?.reason).toBe('too-many-findings')
  }
  expect(await readLastProof(other.database)).toBeNull()
  await other.drop()
  expect(await look()).toMatchObject({ stopped: null, pairing: 'paired' })
})

test('stops before a wrong, empty bucket makes lost files of everything', async () => {
  for (const name of ['one', 'two', 'three', 'four']) await app.upload(name, {})
  await app.deps.storage.deleteMany(await app.listKeys())
  const report = await look()
  expect([report.stopped?.reason, report.dangling.count]).toEqual(['too-many-findings', 0])
})

test('stops at once where the bucket belongs to another database', async () => {
  await look()
  const other = await createTestDatabase()
  const report = await reconcile({ ...app.deps, database: other.database }, old)
  expect(report).toMatchObject({ pairing: 'mismatch', objectCount: 0, stopped: { reason: 'pairing-mismatch' } })
  expect(report.stopped?.message).toContain('names another database')
  await other.drop()
})

test('stops at once where the bucket of a paired database has no token', async () => {
  await look()
  await remove(pairingKey)
  expect((await look()).stopped?.message).toContain(`has no ${pairingKey}`)
  await app.deps.database.query('update storage_pairing set paired_at = null')
  expect(await look()).toMatchObject({ stopped: null, pairing: 'paired' })
})

test('a failed question stops the pass, and leaves what earlier passes noted', async () => {
  await put('media/unknown.png')
  await look()
  const database = {
    ...app.deps.database,
    query: <Row>(text: string, values?: readonly unknown[]) =>
      text.includes('purges')
        ? Promise.reject(new Error('the connection is lost'))
        : app.deps.database.query<Row>(text, values),
  }
  const report = await reconcile({ ...app.deps, database }, old)
  expect(report).toMatchObject({ strays: { count: 0 }, stopped: { reason: 'database-failed' } })
  expect((await look()).strays.count).toBe(1)
})

test.skipIf(isRealStore)('a failed listing stops the pass, in the middle too', async () => {
  await app.upload('used', {})
  app.store.spoil(({ query }) => (query.get('prefix') === 'incoming/' ? { status: 503, code: 'SlowDown' } : 'pass'))
  const report = await look()
  expect(report).toMatchObject({ stopped: { reason: 'storage-failed' }, dangling: { count: 0 } })
  app.store.heal()
  expect((await look()).stopped).toBeNull()
})

test('a late write under a key whose tombstone was looked at for the last time is a stray', async () => {
  await app.deps.database.query(
    `insert into purges (object_key, due_at, done_at, outcome, look_again_at)
       values ('media/over.png', now(), now(), 'gone', null), ('media/open.png', now(), now(), 'gone', now())`,
  )
  await put('media/over.png', 'media/open.png')
  await look()
  expect(keysIn((await look()).strays)).toEqual(['media/over.png'])
})

// Ceph refuses a key with a NUL character.
test.skipIf(isRealStore)('a key that PostgreSQL cannot hold is a stray like any other', async () => {
  await put('media/a\0b.png')
  await look()
  expect(keysIn((await look()).strays)).toEqual(['media/a\0b.png'])
})

test('keeps the last report that proves something', async () => {
  await look()
  const proof = await look()
  await remove(pairingKey)
  await look()
  expect(await readLastProof(app.deps.database)).toEqual(proof)
})

test('counts uploads in parts that were never ended, which no listing shows', async () => {
  const { client, name: Bucket } = app.store.bucket
  for (const Key of ['media/parts', 'incoming/parts', 'media2/parts']) {
    await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  }
  expect(await look()).toMatchObject({ stopped: null, objectCount: 0, incompleteUploadCount: 2 })
  expect((await look({})).incompleteUploadCount).toBe(0)
})

const refuse = () => Promise.reject(new StorageError('NotImplemented'))

test('a store that knows no uploads in parts still proves the rest', async () => {
  const report = await reconcile({ ...app.deps, storage: { ...app.deps.storage, listIncompleteUploads: refuse } }, old)
  expect(report).toMatchObject({ stopped: null, incompleteUploadCount: null })
})

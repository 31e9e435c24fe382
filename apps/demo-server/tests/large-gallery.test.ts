import type { MediaId } from '@gallerist/sdk/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

const count = 10_000
let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterAll(() => app.stop())

/** Media whose files were never written: enough for what the database does. */
async function insertMedia(): Promise<MediaId[]> {
  await app.deps.database.query(
    `insert into files (id, user_id, original_key, mime, size_bytes, stored_bytes, width_px, height_px, checksum_sha256, write_deadline, verified_at)
       select gen_random_uuid(), $1, 'media/' || n, 'image/png', 1, 1, 8, 6, n, now(), now() from generate_series(1, $2::int) n`,
    [ada.id, count],
  )
  const rows = await app.deps.database.query<{ id: MediaId }>(
    `insert into media (user_id, file_id, file_name) select user_id, id, original_key || '.png' from files returning id`,
  )
  return rows.map((row) => row.id)
}

test('saves 10,000 items, and moving one of them writes one row', async () => {
  const ids = await insertMedia()
  const { gallery } = await app.save(
    await app.gallery(),
    ids.map((mediaId) => ({ mediaId })),
  )
  const versions = async () =>
    new Map(
      (await app.deps.database.query<{ id: string; xmin: string }>('select id, xmin::text from gallery_items')).map(
        (row) => [row.id, row.xmin],
      ),
    )
  const before = await versions()
  const moved = [...ids.slice(1, 5_000), ...ids.slice(0, 1), ...ids.slice(5_000)]
  const saved = await app.save(
    gallery,
    moved.map((mediaId) => ({ mediaId })),
  )
  const after = await versions()
  expect([...after].filter(([id, xmin]) => before.get(id) !== xmin)).toHaveLength(1)
  expect(saved.gallery.items).toHaveLength(count)
  expect((await app.save(saved.gallery, [])).receipt.files).toHaveLength(count)
})

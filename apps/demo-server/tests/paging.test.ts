import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMedia } from '../src/domain/manage-media.ts'
import { ada, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterAll(() => app.stop())

const list = (cursor: string | undefined) =>
  listMedia(app.deps.database, { user: ada, query: {}, page: { cursor, limit: 2 } }, app.deps.rules)

async function listAll(): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await list(cursor)
    ids.push(...page.items.map((media) => media.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

test('lists each media once across pages, also those of one microsecond', async () => {
  const uploads = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => app.upload(text, {})))
  await app.deps.database.query(
    `update media set created_at = '2026-02-01 10:00:00.123456+00' where file_name in ('b.png', 'c.png', 'd.png')`,
  )
  const ids = await listAll()
  expect(ids.toSorted()).toEqual(uploads.map(({ media }) => media.id).toSorted())
})

const id = '7d4ee0a5-04d5-4c2b-9d2a-5f0a6bb4bd11'
test.for([
  'nonsense',
  `1 / ${id}`,
  `2026-02-30 00:00:00+00 / ${id}`,
  `99999999999999999999 ${id}`,
  `1770000000000000 ${'-'.repeat(36)}`,
])('refuses the cursor %s as none of its own', async (text) => {
  const cursor = Buffer.from(text).toString('base64url')
  await expect(list(cursor)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})

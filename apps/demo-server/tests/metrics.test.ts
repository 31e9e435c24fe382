import { createGalleristClient } from '@gallerist/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeJpeg } from './fixture/make-jpeg.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { startServer } from './fixture/start-server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ graceMs: 0 })
})
afterAll(() => server.close())

const scrape = (headers: Record<string, string> = {}) => fetch(`${server.baseUrl}/metrics`, { headers })

/** Values by name and labels. */
async function read(): Promise<Map<string, number>> {
  const text = await (await scrape()).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test('tells bytes by user, and counts and times what is deleted', async () => {
  const client = createGalleristClient({ baseUrl: server.baseUrl, auth: () => server.tokenFor('ada') })
  const { media } = await client.uploadMedia(await makeJpeg('measured'))
  const [file] = await server.deps.database.query<{ bytes: number }>('select stored_bytes as bytes from files')
  expect((await read()).get('gallerist_storage_bytes{user="ada"}')).toBe(file?.bytes)
  await client.deleteMedia(media.id)
  await expect
    .poll(async () => (await read()).get('gallerist_deletion_outcomes_total{outcome="gone"}'), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(3)
  const after = await read()
  expect(after.get('gallerist_storage_bytes{user="ada"}')).toBeUndefined()
  expect(after.get('gallerist_deletion_attempts_total')).toBe(
    after.get('gallerist_deletion_outcomes_total{outcome="gone"}'),
  )
  expect(after.get('gallerist_deletion_duration_seconds_count')).toBeGreaterThan(0)
})

test.skipIf(isRealStore)('shows how much waits while storage refuses, and since when', async () => {
  server.store.spoil(({ operation }) => (operation === 'DeleteObjects' ? { status: 503, code: 'SlowDown' } : 'pass'))
  await server.deps.database.query(
    `insert into purges (file_id, object_key, due_at, created_at)
       values (gen_random_uuid(), 'media/waits', now(), now() - interval '2 h')`,
  )
  await expect
    .poll(async () => (await read()).get('gallerist_deletion_outcomes_total{outcome="retry"}'), { timeout: 20_000 })
    .toBeGreaterThan(0)
  const waiting = await read()
  expect(waiting.get('gallerist_deletion_backlog_objects')).toBeGreaterThanOrEqual(1)
  expect(waiting.get('gallerist_deletion_backlog_age_seconds')).toBeGreaterThanOrEqual(7_200)
  server.store.heal()
  await expect.poll(async () => (await read()).get('gallerist_deletion_backlog_objects'), { timeout: 20_000 }).toBe(0)
  expect((await read()).get('gallerist_deletion_backlog_age_seconds')).toBe(0)
})

test('answers this machine and admins, and nobody else', async () => {
  const answer = await scrape()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/plain; ?version=/),
  ])
  const statuses = [
    await scrape({ authorization: `Bearer ${await server.tokenFor('root')}`, 'x-forwarded-for': '192.0.2.1' }),
    await scrape({ authorization: `Bearer ${await server.tokenFor('ada')}` }),
    await scrape({ 'x-forwarded-for': '192.0.2.1' }),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([200, 403, 403])
})

import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toLoggerOptions } from '../src/http/logger-options.ts'
import type { Sweeper } from '../src/jobs/create-sweeper.ts'
import { startSweeper } from '../src/start/start-sweeper.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { keysOf, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
let sweeper: Sweeper | undefined
beforeAll(async () => {
  app = await startLifecycle()
})
afterAll(async () => {
  await sweeper?.stop()
  await app.stop()
})

// A real store cannot be told to fail.
test.skipIf(isRealStore)('tells the story of each key: attempt, outcome, reason', async () => {
  const { media } = await app.upload('storied')
  const { gallery } = await app.save(await app.gallery(), [{ mediaId: media.id }])
  await app.save(gallery, [])
  let refusals = 1
  app.store.spoil(({ operation }) =>
    operation === 'DeleteObjects' && refusals-- > 0 ? { status: 503, code: 'SlowDown' } : 'pass',
  )
  const lines: string[] = []
  const { log } = Fastify({ logger: toLoggerOptions('info', { write: (line) => void lines.push(line) }) })
  sweeper = startSweeper(
    { database: app.deps.database, databaseUrl: app.databaseUrl, storage: app.deps.storage, log },
    { intervalMs: 100 },
  )
  const [key = ''] = keysOf(media)
  const story = () => lines.map((line) => JSON.parse(line)).filter(({ event }) => event?.key === key)
  await expect
    .poll(() => story().map(({ msg, event }) => [msg, event.attempt, event.outcome]), { timeout: 20_000 })
    .toEqual([
      ['delete attempted', 1, 'retry'],
      ['delete attempted', 2, 'gone'],
    ])
  expect(story()[0].event).toMatchObject({ message: expect.stringContaining('SlowDown') })
})

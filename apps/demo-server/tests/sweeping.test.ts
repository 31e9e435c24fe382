import { afterEach, beforeEach, expect, test } from 'vitest'
import { tidyUp } from '../src/db/purges.ts'
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

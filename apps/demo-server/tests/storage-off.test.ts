import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteMedia } from '../src/domain/delete-media.ts'
import { ada, keysOf, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeEach(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterEach(() => app.stop())

test('holds a staged upload that is deleted while storage is off', async () => {
  const { media } = await app.upload('staged')
  await app.changeSettings({ storageOn: false })
  const request = { user: ada, mediaId: media.id, detach: false, idempotencyKey: null }
  const receipt = await deleteMedia(app.deps.database, request)
  expect(receipt.files).toMatchObject([{ outcome: 'held' }])
  await app.changeSettings({ storageOn: true })
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(media)))
})

test('deletes nothing from an instance that has not heard that storage is off', async () => {
  const { media } = await app.upload('dropped', {})
  await deleteMedia(app.deps.database, { user: ada, mediaId: media.id, detach: false, idempotencyKey: null })
  await app.deps.database.query('update lifecycle_settings set storage_on = false')
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(media)))
  await app.deps.database.query('update lifecycle_settings set storage_on = true')
  await app.sweep()
  expect((await app.listKeys()).filter((key) => keysOf(media).includes(key))).toEqual([])
})

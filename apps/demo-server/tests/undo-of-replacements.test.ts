import type { CompletedUpload, Receipt } from '@gallerist/sdk/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replaceMedia } from '../src/domain/replace-media.ts'
import { undoDeletion } from '../src/domain/undo-deletion.ts'
import { ada, keysOf, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterAll(() => app.stop())

const request = { user: ada, idempotencyKey: null }
const undo = (receipt: Receipt) =>
  undoDeletion(app.deps.database, { ...request, deletionId: receipt.id }, app.deps.rules)
const replace = ({ media }: CompletedUpload, { uploadId }: CompletedUpload) =>
  replaceMedia(app.deps.database, { ...request, mediaId: media.id, uploadId }, app.deps.rules)

test('takes nothing back when the bytes that were replaced are gone for good', async () => {
  const [pinned, other] = [await app.upload('pinned', {}), await app.upload('other')]
  const { receipt } = await replace(pinned, other)
  await app.passTime()
  await app.sweep()
  await expect(undo(receipt)).rejects.toMatchObject({
    code: 'UNDO_IMPOSSIBLE',
    details: { reason: 'files-gone', mediaIds: [pinned.media.id] },
  })
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(other.media)))
})

test('names both files of a media that a save added and replaced at once', async () => {
  const [pinned, other] = [await app.upload('pinned', {}), await app.upload('other')]
  const { receipt } = await app.save(await app.gallery(), [{ mediaId: pinned.media.id, replaceWith: other.uploadId }])
  const undone = await undo(receipt)
  expect(undone.receipt.files).toMatchObject([
    { mediaId: pinned.media.id, reason: 'removed', outcome: 'kept' },
    { mediaId: pinned.media.id, reason: 'replaced', outcome: 'scheduled' },
  ])
})

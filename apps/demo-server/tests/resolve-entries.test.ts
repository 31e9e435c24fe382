import type { CompletedUpload } from '@gallerist/sdk/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMediaOf } from '../src/domain/manage-media.ts'
import { ben, keysOf, root, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterAll(() => app.stop())

const entry = ({ media }: CompletedUpload) => ({ mediaId: media.id })

test('replaces no bytes of a media that the gallery shows and somebody else owns', async () => {
  const [foreign, own] = [await app.upload('foreign', {}, ben), await app.upload('own')]
  const { gallery } = await app.save(await app.gallery(), [entry(foreign)], { user: root })
  const replacing = app.save(gallery, [{ ...entry(foreign), replaceWith: own.uploadId }])
  await expect(replacing).rejects.toMatchObject({ code: 'MEDIA_UNKNOWN', details: { entries: [foreign.media.id] } })
  expect(await readMediaOf(app.deps.database, foreign.media.id, ben)).toMatchObject({ contentVersion: 1 })
  expect((await app.save(gallery, [{ ...entry(foreign), caption: 'kept' }])).gallery.items).toHaveLength(1)
})

test('tells a media from an external entry that is spelled like its id', async () => {
  const upload = await app.upload('spelled')
  const { gallery } = await app.save(await app.gallery(), [String(upload.media.id)])
  const saved = await app.save(gallery, [entry(upload)])
  expect(saved.gallery.items).toMatchObject([{ kind: 'media', media: { id: upload.media.id } }])
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(upload.media)))
})

test('refuses a URL below our own that names no key which could exist', async () => {
  const saving = app.save(await app.gallery(), ['https://cdn.example/media/a%00b'])
  await expect(saving).rejects.toMatchObject({ code: 'MEDIA_UNKNOWN' })
})

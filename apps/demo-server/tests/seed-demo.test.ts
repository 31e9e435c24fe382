import { afterEach, beforeEach, expect, test } from 'vitest'
import { createImageTools } from '../src/images/create-image-tools.ts'
import { deleteGallery } from '../src/domain/delete-gallery.ts'
import { listGalleries } from '../src/domain/manage-galleries.ts'
import { demoGalleries } from '../src/seed/demo-galleries.ts'
import { seedDemo } from '../src/seed/seed-demo.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { ada, ben, root, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

/** The real ones, with fewer pictures: drawing them all takes seconds. */
const galleries = demoGalleries.map((gallery) => ({ ...gallery, pictures: gallery.pictures.slice(-2) }))

let app: Lifecycle
beforeEach(async () => {
  app = await startLifecycle()
})
afterEach(() => app.stop())

const list = async (user = root) =>
  (await listGalleries(app.deps.database, { user, cursor: undefined, limit: 100 }, app.deps.rules)).items
const titles = async (user = root) => (await list(user)).map(({ title, itemCount }) => `${title} (${itemCount})`)

test('fills an empty database with galleries of two users, one picture shared by two of them', async () => {
  expect(await seedDemo({ ...app.deps, images: createImageTools() }, galleries)).toBe('seeded')
  expect(await titles(ada)).toEqual(['Summer in the archipelago (2)', 'Winter light (2)'])
  expect(await titles(ben)).toEqual(['Garden, week by week (2)'])
  expect(await app.deps.database.query('select from media')).toHaveLength(5)
  expect(await app.listKeys()).toEqual(await app.expectedKeys())
})

test('leaves a database alone that was seeded before, also after everything was deleted', async () => {
  await seedDemo(app.deps, galleries)
  expect(await seedDemo(app.deps, galleries)).toBe('skipped')
  expect(await titles()).toHaveLength(3)
  for (const gallery of await list()) {
    const request = { user: root, galleryId: gallery.id, baseVersion: null, idempotencyKey: null }
    await deleteGallery(app.deps.database, request, app.deps.rules)
  }
  expect(await seedDemo(app.deps, galleries)).toBe('skipped')
  expect(await titles()).toEqual([])
})

// A real store cannot be told to fail.
test.skipIf(isRealStore)('starts over without doubles where the first start died between two uploads', async () => {
  let left = 7
  app.store.spoil((request) =>
    request.method === 'PUT' && left-- <= 0 ? { status: 403, code: 'AccessDenied' } : 'pass',
  )
  await expect(seedDemo(app.deps, galleries)).rejects.toThrow('Storage')
  app.store.heal()
  expect(await titles()).toEqual([])
  expect(await seedDemo(app.deps, galleries)).toBe('seeded')
  expect(await titles()).toHaveLength(3)
  expect(await app.deps.database.query('select from media')).toHaveLength(5)
})

test('sends a picture anew where a dying start left its upload in the middle, or drew it otherwise', async () => {
  await seedDemo(app.deps, [])
  await app.upload('left', { staged: true })
  await app.deps.database.query(
    `update uploads set idempotency_key = 'demo-seed/northern-lights.webp', media_id = null, processing_until = now() + interval '1 minute'`,
  )
  expect(await seedDemo(app.deps, galleries)).toBe('seeded')
  expect(await titles()).toHaveLength(3)
})

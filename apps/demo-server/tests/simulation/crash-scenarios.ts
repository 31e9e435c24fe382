import type { CompletedUpload, Gallery, GalleryEntry, Receipt, SavedGallery } from '@gallerist/sdk/contract'
import { incomingKeyOf } from '../../src/domain/object-keys.ts'
import { sweep } from './perform-step.ts'
import { users, type World } from './world.ts'

const [user] = users
const staged = { staged: true } as const

export interface Scenario {
  readonly name: string
  /** In a process that lives. */
  readonly prepare: (world: World) => Promise<Prepared>
  /** In a process that dies somewhere in it. */
  readonly act: (world: World, prepared: Prepared) => Promise<unknown>
}

interface Prepared {
  readonly saved: SavedGallery
  readonly uploads: readonly CompletedUpload[]
  readonly receipt: Receipt | null
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'uploading a form and saving it',
    prepare,
    async act(world, prepared) {
      const one = await upload(world, 'one more')
      return save(world, prepared.saved.gallery, [...prepared.uploads, one])
    },
  },
  {
    name: 'sending to a ticket, completing and saving',
    prepare,
    async act(world, prepared) {
      const body = { fileName: 'x.png', mime: 'image/png' as const, sizeBytes: 4 }
      const ticket = await world.acts.createUpload(world.deps, { user, body, idempotencyKey: null })
      await world.store.receive(incomingKeyOf(ticket.uploadId), Buffer.from('sent'), 0)
      const request = { user, uploadId: ticket.uploadId, purpose: staged }
      const one = await world.acts.completeUpload(world.deps, request)
      await save(world, prepared.saved.gallery, [...prepared.uploads, one])
      await sweep({ world })
    },
  },
  {
    name: 'removing a picture and sweeping',
    prepare,
    async act(world, { saved, uploads }) {
      await save(world, saved.gallery, uploads.slice(1))
      await passGrace(world)
      await sweep({ world })
    },
  },
  {
    name: 'replacing a picture and sweeping',
    prepare,
    async act(world, { uploads: [first] }) {
      const other = await upload(world, 'other')
      if (first) await replace(world, first, other)
      await passGrace(world)
      await sweep({ world })
    },
  },
  {
    name: 'deleting a gallery and sweeping',
    prepare,
    async act(world, { saved }) {
      await deleteGallery(world, saved.gallery)
      await passGrace(world)
      await sweep({ world })
    },
  },
  {
    name: 'deleting a media and sweeping',
    prepare,
    async act(world, { uploads: [first] }) {
      if (!first) return
      const request = { user, mediaId: first.media.id, detach: true, idempotencyKey: null }
      await world.acts.deleteMedia(world.deps.database, request)
      await passGrace(world)
      await sweep({ world })
    },
  },
  {
    name: 'taking the deletion of a gallery back',
    async prepare(world) {
      const prepared = await prepare(world)
      return { ...prepared, receipt: await deleteGallery(world, prepared.saved.gallery) }
    },
    act: undo,
  },
  {
    name: 'sweeping, and looking at the tombstones a day later',
    async prepare(world) {
      const prepared = await prepare(world)
      await save(world, prepared.saved.gallery, [])
      return prepared
    },
    async act(world) {
      await passGrace(world)
      await sweep({ world })
      await world.clock.advance(25 * 3_600_000)
      await sweep({ world })
    },
  },
]

async function prepare(world: World): Promise<Prepared> {
  const uploads = [await upload(world, 'one'), await upload(world, 'two')]
  const { database, rules } = world.deps
  const gallery = await world.acts.createGallery(database, { user, body: { title: 'x' }, idempotencyKey: null }, rules)
  return { saved: await save(world, gallery, uploads), uploads, receipt: null }
}

function upload({ acts, deps }: World, text: string): Promise<CompletedUpload> {
  const request = { user, bytes: Buffer.from(text), fileName: 'x.png', purpose: staged, idempotencyKey: null }
  return acts.uploadForm(deps, request)
}

function save({ acts, deps }: World, gallery: Gallery, uploads: readonly CompletedUpload[]): Promise<SavedGallery> {
  const items: GalleryEntry[] = uploads.map(({ media }) => ({ mediaId: media.id }))
  const request = { user, galleryId: gallery.id, baseVersion: gallery.version, body: { items }, idempotencyKey: null }
  return acts.saveGallery(deps.database, request, deps.rules)
}

function replace({ acts, deps }: World, target: CompletedUpload, { uploadId }: CompletedUpload): Promise<unknown> {
  const request = { user, mediaId: target.media.id, uploadId, idempotencyKey: null }
  return acts.replaceMedia(deps.database, request, deps.rules)
}

function deleteGallery({ acts, deps }: World, gallery: Gallery): Promise<Receipt> {
  const request = { user, galleryId: gallery.id, baseVersion: null, idempotencyKey: null }
  return acts.deleteGallery(deps.database, request, deps.rules)
}

async function undo({ acts, deps }: World, { receipt }: Prepared): Promise<void> {
  if (receipt === null) return
  await acts.undoDeletion(deps.database, { user, deletionId: receipt.id, idempotencyKey: null }, deps.rules)
}

/** And the write deadline. */
async function passGrace(world: World): Promise<void> {
  await world.clock.advance(world.graceMs + 120_000)
}

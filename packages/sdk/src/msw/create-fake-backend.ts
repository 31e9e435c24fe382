import type { HttpHandler } from 'msw'
import {
  endpoints,
  galleryIdSchema,
  userSchema,
  type Gallery,
  type GalleryId,
  type Media,
  type UploadId,
  type User,
} from '../contract/index.ts'
import { keysOf } from '../contract/keys-of.ts'
import { createCore } from './backend-core.ts'
import type { GalleryEdit } from './faults/fault.ts'
import { createFaultQueue, type FaultScript } from './faults/fault-script.ts'
import { tokenOf } from './handlers/token.ts'
import { answerBucket } from './http/answer-bucket.ts'
import { answerEndpoint } from './http/answer-endpoint.ts'
import { answerUnknownRoute } from './http/answer-unknown-route.ts'
import { resolveBaseUrl } from './resolve-base-url.ts'
import { addMedia, seedGallery, type SeedGallery, type SeedMedia } from './seed.ts'
import { createState, expectRow } from './state/backend-state.ts'
import { editGallery } from './state/edit-gallery.ts'
import { expireLeases } from './state/expire-leases.ts'
import { toGallery } from './state/gallery-document.ts'

export interface FakeBackendOptions {
  /** What the client's `baseUrl` is: absolute, or relative to the page. Default: the page's origin. */
  readonly baseUrl?: string | undefined
  /** Where objects are served from; default `<baseUrl>/files`. */
  readonly publicUrl?: string | undefined
  /** How long removed files can be brought back, in milliseconds; default 10 000. */
  readonly graceMs?: number | undefined
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Default: `alice` and `bob` (editors) and `admin`. */
  readonly users?: readonly { readonly id: string; readonly name: string; readonly role: string }[] | undefined
  /** Who a request without a token comes from; default nobody. */
  readonly currentUser?: string | undefined
}

export interface FakeBackend {
  /** For msw's `setupServer`, `setupWorker` or `defineNetwork`. */
  readonly handlers: readonly HttpHandler[]
  /** What the client's `baseUrl` is, absolute. */
  readonly baseUrl: string
  readonly users: readonly User[]
  readonly faults: FaultScript
  tokenFor: (userId: string) => string
  /** Adds a gallery; its pictures are used by nothing else unless it names media that exist. */
  seedGallery: (seed?: SeedGallery) => Gallery
  /** Adds a sample picture, pinned to the library or attached to an object. */
  addMedia: (seed?: SeedMedia) => Media
  /** Edits a gallery as somebody else's save would. */
  editGallery: (galleryId: GalleryId | string, edit: GalleryEdit) => Gallery
  readGallery: (galleryId: GalleryId | string) => Gallery
  /** The keys that the bucket holds now. */
  objectKeys: () => readonly string[]
  /** Ends the lease of a staged upload. */
  expireUpload: (uploadId: UploadId | string) => void
  /** Switches storage off (uploads are refused, dereferenced files held) or on again. */
  setStorage: (on: boolean) => void
}

const defaultUsers = [
  { id: 'alice', name: 'Alice Martin', role: 'editor' },
  { id: 'bob', name: 'Bob Okafor', role: 'editor' },
  { id: 'admin', name: 'Ada Admin', role: 'admin' },
] as const

/**
 * A whole backend in memory that answers every row of the endpoint table, with its bucket; one state per call.
 *
 * @example
 * const backend = createFakeBackend({ baseUrl: '/mock-api/story', currentUser: 'alice' })
 * const gallery = backend.seedGallery({ items: 12 })
 * setupWorker(...backend.handlers)
 */
export function createFakeBackend(options: FakeBackendOptions = {}): FakeBackend {
  const baseUrl = resolveBaseUrl(options.baseUrl ?? '/')
  const publicUrl = resolveBaseUrl(options.publicUrl ?? `${baseUrl}/files`)
  const users = (options.users ?? defaultUsers).map((user) => userSchema.parse(user))
  const faults = createFaultQueue()
  const core = createCore(createState(users), {
    settings: {
      graceMs: options.graceMs ?? 10_000,
      publicUrl,
      bucketUrl: `${baseUrl}/bucket`,
      bases: { bases: [publicUrl] },
    },
    faults,
    now: options.now ?? Date.now,
    currentUserId: () => options.currentUser ?? null,
  })
  return {
    handlers: [
      ...keysOf(endpoints).map((id) => answerEndpoint(core, id, baseUrl)),
      ...answerBucket(core),
      answerUnknownRoute(baseUrl),
    ],
    baseUrl,
    users,
    faults,
    tokenFor: tokenOf,
    seedGallery: (seed = {}) => seedGallery(core, seed),
    addMedia: (seed = {}) => addMedia(core, seed),
    editGallery: (id, edit) => core.commit((tx) => toGallery(tx, editGallery(tx, galleryIdSchema.parse(id), edit))),
    readGallery: (id) => core.commit((tx) => toGallery(tx, expectRow(tx.state.galleries, galleryIdSchema.parse(id)))),
    objectKeys() {
      core.sweep()
      return [...core.state().objects.keys()]
    },
    expireUpload: (uploadId) => core.commit((tx) => expireLeases(tx, (id) => id === uploadId)),
    setStorage: (on) => void (core.state().storageOn = on),
  }
}

import {
  galleryIdSchema,
  userIdSchema,
  type Attachment,
  type Gallery,
  type GalleryId,
  type Media,
  type MediaId,
} from '../contract/index.ts'
import type { BackendCore } from './backend-core.ts'
import { samplePicture } from './pictures/sample-picture.ts'
import { nextSequence, type Transaction } from './state/backend-state.ts'
import type { ItemRow, MediaRow } from './state/rows.ts'
import { settleMedia } from './state/condemn.ts'
import { createMedia } from './state/create-media.ts'
import { toGallery } from './state/gallery-document.ts'
import { toMedia } from './state/media-document.ts'

export interface SeedMedia {
  /** Default: the first user. */
  readonly userId?: string | undefined
  /** Which sample picture; default: the next one. */
  readonly picture?: number | undefined
  readonly fileName?: string | undefined
  readonly title?: string | null | undefined
  readonly altText?: string | null | undefined
  /** Default: pinned to the library. */
  readonly attachTo?: Attachment | undefined
}

/** A place of a seeded gallery: a new sample picture, a media that exists, or somebody else's picture. */
export type SeedItem = {
  readonly caption?: string | null | undefined
  readonly alt?: string | undefined
  readonly isCover?: boolean | undefined
} & ({ readonly mediaId: MediaId } | { readonly url: string } | Omit<SeedMedia, 'userId' | 'attachTo'>)

export interface SeedGallery {
  /** A UUID; default: a new one. */
  readonly id?: string | undefined
  /** Default: the first user. */
  readonly userId?: string | undefined
  readonly title?: string | undefined
  readonly published?: boolean | undefined
  /** Items, or how many sample pictures; default 6. */
  readonly items?: number | readonly SeedItem[] | undefined
}

/** Adds a sample picture to a user's library. */
export function addMedia(core: BackendCore, seed: SeedMedia): Media {
  return core.commit((tx) => toMedia(tx, addSample(tx, seed, seed.attachTo ? { attachTo: seed.attachTo } : {})))
}

/** Adds a gallery with its pictures; their only use is the gallery, so removing them deletes them. */
export function seedGallery(core: BackendCore, seed: SeedGallery): Gallery {
  return core.commit((tx) => {
    const userId = userIdOf(tx, seed.userId)
    const { items = 6 } = seed
    const list = typeof items === 'number' ? Array.from({ length: items }, () => ({})) : items
    const row = {
      id: seed.id === undefined ? newGalleryId() : galleryIdSchema.parse(seed.id),
      userId,
      title: seed.title ?? 'Weekend in the old town',
      published: seed.published ?? true,
      version: 1,
      items: list.map((item) => toItemRow(tx, item, userId)),
      createdAtMs: tx.nowMs,
      updatedAtMs: tx.nowMs,
      sequence: nextSequence(tx.state),
    }
    tx.state.galleries.set(row.id, row)
    settleMedia(
      tx,
      row.items.flatMap((item) => (item.kind === 'media' ? [item.mediaId] : [])),
    )
    return toGallery(tx, row)
  })
}

function newGalleryId(): GalleryId {
  return galleryIdSchema.parse(crypto.randomUUID())
}

function userIdOf({ state }: Transaction, userId: string | undefined) {
  return userIdSchema.parse(userId ?? [...state.users.keys()][0])
}

function toItemRow(tx: Transaction, item: SeedItem, userId: string): ItemRow {
  const texts = { caption: item.caption ?? null, alt: item.alt, isCover: item.isCover ?? false }
  if ('url' in item) return { kind: 'external', url: item.url, ...texts }
  const mediaId = 'mediaId' in item ? item.mediaId : addSample(tx, { ...item, userId }, { staged: true }).id
  return { kind: 'media', mediaId, ...texts }
}

function addSample(tx: Transaction, seed: SeedMedia, use: { attachTo?: Attachment; staged?: boolean }): MediaRow {
  const { altText, ...picture } = samplePicture(seed.picture ?? tx.state.media.size)
  return createMedia(tx, {
    userId: userIdOf(tx, seed.userId),
    purpose: { ...use, title: seed.title ?? null, altText: seed.altText === undefined ? altText : seed.altText },
    picture: { ...picture, fileName: seed.fileName ?? picture.fileName },
  })
}

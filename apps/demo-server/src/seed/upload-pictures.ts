import type { MediaId, User } from '@gallerist/sdk/contract'
import { DomainError } from '../domain/domain-error.ts'
import type { IngestDeps } from '../domain/ingest-image.ts'
import { uploadForm, type FormUpload } from '../domain/upload-form.ts'
import type { SeedGallery } from './demo-galleries.ts'
import { makeSeedImages } from './make-seed-images.ts'
import type { SeedPicture } from './seed-picture.ts'

export interface UserSeed {
  readonly user: User
  readonly gallery: SeedGallery
}

/** Draws and uploads each picture once, however many galleries of its user show it. */
export async function uploadPictures(deps: IngestDeps, seeds: readonly UserSeed[]): Promise<Map<SeedPicture, MediaId>> {
  const users = new Map(
    seeds.flatMap(({ user, gallery }) => gallery.pictures.map((picture) => [picture, user] as const)),
  )
  const mediaIds = new Map<SeedPicture, MediaId>()
  for await (const { picture, bytes } of makeSeedImages([...users.keys()])) {
    const user = users.get(picture)
    if (user) mediaIds.set(picture, await uploadPicture(deps, user, picture, bytes))
  }
  return mediaIds
}

async function uploadPicture(deps: IngestDeps, user: User, picture: SeedPicture, bytes: Buffer): Promise<MediaId> {
  const { fileName, altText } = picture
  const request = { user, bytes, fileName, purpose: { altText, staged: true }, idempotencyKey: `demo-seed/${fileName}` }
  const { media } = await sendOnce(deps, request)
  return media.id
}

/** What an earlier start left expired, dying in the middle or drawn otherwise runs out by itself; the picture is sent anew. */
async function sendOnce(deps: IngestDeps, request: FormUpload): ReturnType<typeof uploadForm> {
  try {
    return await uploadForm(deps, request)
  } catch (error) {
    const isLeftover = error instanceof DomainError && leftover.has(error.code)
    if (!isLeftover) throw error
    return await uploadForm(deps, { ...request, idempotencyKey: null })
  }
}

const leftover: ReadonlySet<DomainError['code']> = new Set([
  'UPLOAD_EXPIRED',
  'UPLOAD_IN_PROGRESS',
  'IDEMPOTENCY_MISMATCH',
])

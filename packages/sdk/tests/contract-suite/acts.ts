import { expect } from 'vitest'
import type { CompletedUpload, Gallery, Media, MediaItem, Receipt, UploadTicket } from '../../src/contract/index.ts'
import type { Person } from './person.ts'
import { makePng, type Picture } from './pictures.ts'

/** Sends a picture's bytes to the bucket under a ticket. */
async function sendToBucket(ticket: UploadTicket, { bytes, mime, fileName }: Picture): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append('file', new File([bytes], fileName, { type: mime }))
  const response = await fetch(ticket.url, { method: 'POST', body: form })
  expect(response.ok, `the bucket answers ${response.status} ${await response.text()}`).toBe(true)
}

/** Asks for a ticket and sends the bytes, without completing. */
export async function startUpload(person: Person, picture: Picture): Promise<UploadTicket> {
  const { fileName, mime, bytes } = picture
  const ticket = await person.ask('createUpload', { body: { fileName, mime, sizeBytes: bytes.length } })
  await sendToBucket(ticket, picture)
  return ticket
}

/** Uploads a picture the whole way; without a purpose it is pinned to the library. */
export async function upload(
  person: Person,
  purpose: Readonly<Record<string, unknown>> = {},
  picture?: Picture,
): Promise<CompletedUpload> {
  const { uploadId } = await startUpload(person, picture ?? (await makePng()))
  return person.ask('completeUpload', { params: { uploadId }, body: purpose })
}

export function stagePicture(person: Person, picture?: Picture): Promise<CompletedUpload> {
  return upload(person, { staged: true }, picture)
}

/** Saves a gallery against the version that is given, else the one it has. */
export function save(person: Person, { id, version }: Pick<Gallery, 'id' | 'version'>, body: unknown) {
  return person.ask('saveGallery', { params: { galleryId: id }, body, version })
}

/** A gallery of new pictures that nothing else uses. */
export async function makeGallery(
  person: Person,
  { pictures = 2, published = false }: { pictures?: number; published?: boolean } = {},
): Promise<Gallery> {
  const gallery = await person.ask('createGallery', { body: { title: `Gallery of ${person.id}`, published } })
  if (pictures === 0) return gallery
  const staged = await Promise.all(Array.from({ length: pictures }, () => stagePicture(person)))
  return (await save(person, gallery, { items: staged.map(({ media }) => ({ mediaId: media.id })) })).gallery
}

export function readGallery(person: Person, { id }: Pick<Gallery, 'id'>): Promise<Gallery> {
  return person.ask('getGallery', { params: { galleryId: id } })
}

/** The media of a gallery's items, in order. */
export function mediaOf(gallery: Gallery): Media[] {
  return gallery.items.filter((item): item is MediaItem => item.kind === 'media').map(({ media }) => media)
}

/** A gallery's first media, which must exist. */
export function firstMedia(gallery: Gallery): Media {
  const [media] = mediaOf(gallery)
  if (media === undefined) throw new Error(`The gallery ${gallery.id} has no media.`)
  return media
}

/** A gallery's items as entries that a save of the same list sends. */
export function toEntries(gallery: Gallery) {
  return gallery.items.map((item) => {
    const { caption, alt, isCover } = item
    const texts = { caption, isCover, ...(alt === undefined ? {} : { alt }) }
    return item.kind === 'media' ? { mediaId: item.media.id, ...texts } : { url: item.url, ...texts }
  })
}

export function readReceipt(person: Person, { id }: Pick<Receipt, 'id'>): Promise<Receipt> {
  return person.ask('getDeletion', { params: { deletionId: id } })
}

export function outcomesOf(receipt: Receipt): string[] {
  return receipt.files.map(({ outcome }) => outcome)
}

/** Says whether a URL shows a picture now. */
export async function isServed(url: string): Promise<boolean> {
  const response = await fetch(url, { cache: 'no-store' })
  const bytes = await response.arrayBuffer()
  return response.ok && bytes.byteLength > 0
}

/** Waits until all files of a receipt have that outcome. */
export async function untilOutcome(person: Person, receipt: Receipt, outcome: string): Promise<Receipt> {
  await expect
    .poll(async () => [...new Set(outcomesOf(await readReceipt(person, receipt)))], { timeout: 20_000, interval: 50 })
    .toEqual([outcome])
  return readReceipt(person, receipt)
}

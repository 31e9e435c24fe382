import {
  completedUploadSchema,
  gallerySchema,
  mediaSchema,
  receiptSchema,
  uploadTicketSchema,
  type CompletedUpload,
  type Gallery,
  type Media,
  type Receipt,
  type UploadTicket,
} from '../src/contract/index.ts'

const at = '2026-01-01T00:00:00.000Z'

/** A UUID that is told apart by its number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export function sampleMedia(number = 1): Media {
  return mediaSchema.parse({
    id: idOf(number),
    userId: 'ada',
    title: null,
    altText: null,
    fileName: 'a.png',
    mime: 'image/png',
    sizeBytes: 10,
    widthPx: 1,
    heightPx: 1,
    contentVersion: 1,
    urls: { original: `https://cdn.example/${number}.png?v=1`, thumbnails: [] },
    attachment: null,
    createdAt: at,
    updatedAt: at,
  })
}

export function sampleGallery(changes: Partial<Gallery> = {}): Gallery {
  const item = { kind: 'media', media: sampleMedia(1), caption: null, isCover: true }
  const external = { kind: 'external', url: 'https://elsewhere.example/x.png', caption: null, isCover: false }
  const gallery = gallerySchema.parse({
    id: idOf(100),
    userId: 'ada',
    title: 'Trip',
    published: false,
    version: 3,
    items: [item, external],
    createdAt: at,
    updatedAt: at,
  })
  return { ...gallery, ...changes }
}

export function sampleReceipt(changes: Partial<Receipt> = {}): Receipt {
  const receipt = receiptSchema.parse({
    id: idOf(200),
    action: 'gallery-saved',
    galleryId: idOf(100),
    galleryVersion: 4,
    createdAt: at,
    undoUntil: null,
    undoneAt: null,
    files: [],
  })
  return { ...receipt, ...changes }
}

export function sampleTicket(url: string, number = 300): UploadTicket {
  return uploadTicketSchema.parse({
    uploadId: idOf(number),
    url,
    fields: { key: `incoming/${idOf(number)}`, policy: 'POLICY-SECRET', 'x-amz-signature': 'SIGNATURE-SECRET' },
    expiresAt: '2026-01-01T00:15:00.000Z',
  })
}

export function sampleUpload(
  number = 300,
  leaseExpiresAt: string | null = '2026-01-02T00:00:00.000Z',
): CompletedUpload {
  return completedUploadSchema.parse({ uploadId: idOf(number), media: sampleMedia(1), leaseExpiresAt })
}

/** The first bytes of a PNG and nothing else; enough for whoever looks at types only. */
export function samplePng(name = 'a.png', sizeBytes = 64): File {
  const bytes = new Uint8Array(sizeBytes)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new File([bytes], name)
}

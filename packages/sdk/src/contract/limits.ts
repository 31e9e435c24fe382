/** Image types that are accepted, with the file extension their original is stored under. */
export const acceptedImageTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
} as const

export type AcceptedImageType = keyof typeof acceptedImageTypes

/** Bounds that client, server and fake backend enforce alike. */
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  /** Width × height; a larger picture is refused before it is decoded. */
  filePixels: 100_000_000,
  fileNameLength: 255,
  titleLength: 200,
  altTextLength: 1_000,
  captionLength: 2_000,
  urlLength: 2_048,
  galleryItems: 10_000,
  /** In one field of a document. */
  fieldItems: 1_000,
  pageSize: 100,
  /** Time to send the bytes of one upload, in milliseconds. */
  ticketMs: 15 * 60_000,
  /** Life of an uploaded file that nothing uses yet, in milliseconds; renewable. */
  stagedLeaseMs: 24 * 3_600_000,
} as const

/** Widths of the thumbnails that every picture gets, in CSS pixels; narrower pictures are not enlarged. */
export const thumbnailWidthsPx = [320, 960] as const

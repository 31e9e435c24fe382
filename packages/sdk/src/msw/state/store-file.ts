import { acceptedImageTypes, thumbnailWidthsPx, type MediaId } from '../../contract/index.ts'
import type { Transaction } from './backend-state.ts'
import type { FileRow, ObjectRow, StoredThumbnail } from './rows.ts'

/** A picture about to be stored. */
export interface NewFile {
  readonly mediaId: MediaId
  readonly fileName: string
  readonly mime: string
  readonly sizeBytes: number
  readonly widthPx: number
  readonly heightPx: number
  readonly content: ObjectRow['content']
  readonly dueAtMs: number | null
}

/** Share of the original's size that a thumbnail is taken to have: the fake keeps the same bytes under every key. */
const thumbnailShare = 0.02

/** Stores a picture's original and thumbnails under new keys. */
export function storeFile({ state, nowMs }: Transaction, picture: NewFile): FileRow {
  const { content, ...facts } = picture
  const id = crypto.randomUUID()
  const row = {
    ...facts,
    id,
    originalKey: `media/${id}/original.${extensionOf(picture.mime)}`,
    thumbnails: thumbnailWidthsPx.map((widthPx) => toThumbnail(id, picture, widthPx)),
    held: false,
    judgedAtMs: null,
    failure: null,
    deletedAtMs: null,
  }
  const put = (key: string, sizeBytes: number): number => {
    state.objects.set(key, { key, mime: picture.mime, sizeBytes, lastModifiedAtMs: nowMs, content })
    return sizeBytes
  }
  const thumbnailBytes = Math.ceil(picture.sizeBytes * thumbnailShare)
  const sizes = [put(row.originalKey, picture.sizeBytes), ...row.thumbnails.map(({ key }) => put(key, thumbnailBytes))]
  const file = { ...row, storedBytes: sizes.reduce((sum, size) => sum + size, 0) }
  state.files.set(id, file)
  return file
}

function toThumbnail(fileId: string, original: NewFile, width: number): StoredThumbnail {
  const widthPx = Math.min(width, original.widthPx)
  const heightPx = Math.max(1, Math.round((original.heightPx * widthPx) / original.widthPx))
  return { key: `media/${fileId}/w${width}.${extensionOf(original.mime)}`, widthPx, heightPx }
}

function extensionOf(mime: string): string {
  const known: Readonly<Record<string, string>> = acceptedImageTypes
  return known[mime] ?? 'bin'
}

import { toVersionedUrl, type Media, type VersionedUrl } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { MediaRow } from './rows.ts'
import { toIsoTime } from './iso-time.ts'

/** A media as the API shows it. */
export function toMedia({ state, settings }: Transaction, row: MediaRow): Media {
  const file = expectRow(state.files, row.fileId)
  const urlOf = (key: string): VersionedUrl => toVersionedUrl(settings.publicUrl, key, row.contentVersion)
  return {
    id: row.id,
    userId: row.userId,
    title: row.title,
    altText: row.altText,
    fileName: file.fileName,
    mime: file.mime,
    sizeBytes: file.sizeBytes,
    widthPx: file.widthPx,
    heightPx: file.heightPx,
    contentVersion: row.contentVersion,
    urls: {
      original: urlOf(file.originalKey),
      thumbnails: file.thumbnails.map(({ key, widthPx, heightPx }) => ({ widthPx, heightPx, url: urlOf(key) })),
    },
    attachment: row.attachment,
    createdAt: toIsoTime(row.createdAtMs),
    updatedAt: toIsoTime(row.updatedAtMs),
  }
}

import { toVersionedUrl, type Media } from '@gallerist/sdk/contract'
import type { MediaRow } from '../db/media.ts'

/** How URLs are built. */
export interface UrlRules {
  /** Prefix of every public URL. */
  readonly publicUrl: string
  /** What `?v=` follows: the bytes alone, or every update, as some existing systems expect. */
  readonly urlVersion: 'content' | 'updatedAt'
}

export function toMedia(row: MediaRow, rules: UrlRules): Media {
  const version = rules.urlVersion === 'content' ? row.contentVersion : row.updatedAt.getTime()
  const urlOf = (key: string) => toVersionedUrl(rules.publicUrl, key, version)
  return {
    id: row.id,
    userId: row.userId,
    title: row.title,
    altText: row.altText,
    fileName: row.fileName,
    mime: row.mime,
    sizeBytes: row.sizeBytes,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    contentVersion: row.contentVersion,
    urls: {
      original: urlOf(row.originalKey),
      thumbnails: row.variants.map(({ key, widthPx, heightPx }) => ({ widthPx, heightPx, url: urlOf(key) })),
    },
    attachment:
      row.contentType === null || row.objectId === null
        ? null
        : { contentType: row.contentType, objectId: row.objectId },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

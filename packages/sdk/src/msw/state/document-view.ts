import { joinFields, type AnyDocument, type DocumentFile } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { DocumentRow, ItemRow } from './rows.ts'
import { toIsoTime } from './iso-time.ts'
import { toMedia } from './media-document.ts'

/** A document as the API shows it. */
export function toDocument(tx: Transaction, row: DocumentRow): AnyDocument {
  const files = new Map<string, DocumentFile[]>()
  for (const item of row.items) files.set(item.field, [...(files.get(item.field) ?? []), toFile(tx, item)])
  const { id, contentType, userId, version } = row
  const times = { createdAt: toIsoTime(row.createdAtMs), updatedAt: toIsoTime(row.updatedAtMs) }
  return { id, contentType, userId, version, fields: joinFields(contentType, row.data, files), ...times }
}

function toFile(tx: Transaction, item: ItemRow): DocumentFile {
  if (item.kind === 'external') return { kind: 'external', url: item.url }
  return { kind: 'media', media: toMedia(tx, expectRow(tx.state.media, item.mediaId)) }
}

import type { DocumentId, GalleryId, MediaId } from '@gallerist/sdk/contract'
import type { StoredItem } from '../domain/gallery-item.ts'
import type { Sql } from './database.ts'

const select = `select i.id, i.gallery_id as "galleryId", i.document_id as "documentId", i.field, i.rank, r.media_id as "mediaId",
  i.external_url as "externalUrl", i.caption, i.alt, i.is_cover as "isCover" from gallery_items i left join media_refs r on r.gallery_item_id = i.id`

export function readItems(sql: Sql, galleryId: GalleryId): Promise<StoredItem[]> {
  return sql.query(`${select} where i.gallery_id = $1 order by i.rank, i.id`, [galleryId])
}

/** The places of documents, field by field. */
export function readDocumentItems(sql: Sql, documentIds: readonly DocumentId[]): Promise<StoredItem[]> {
  return sql.query(`${select} where i.document_id = any($1::uuid[]) order by i.document_id, i.field, i.rank, i.id`, [
    documentIds,
  ])
}

/** Every place, in whichever gallery or document, that shows this media. */
export function readItemsOfMedia(sql: Sql, mediaId: MediaId): Promise<StoredItem[]> {
  return sql.query(`${select} where r.media_id = $1 order by i.gallery_id, i.document_id, i.rank`, [mediaId])
}

/** Inserts places and their references; the caller has locked holder and media. */
export async function insertItems(tx: Sql, items: readonly StoredItem[]): Promise<void> {
  if (items.length === 0) return
  await tx.query(
    `insert into gallery_items (id, gallery_id, document_id, field, rank, external_url, caption, alt, is_cover)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[],
         $9::boolean[])`,
    [
      items.map((item) => item.id),
      items.map((item) => item.galleryId),
      items.map((item) => item.documentId),
      items.map((item) => item.field),
      items.map((item) => item.rank),
      items.map((item) => item.externalUrl),
      items.map((item) => item.caption),
      items.map((item) => item.alt),
      items.map((item) => item.isCover),
    ],
  )
  const ours = items.filter((item) => item.mediaId !== null)
  await tx.query(
    `insert into media_refs (media_id, slot, gallery_item_id)
       select media_id, 'gallery-item', item_id from unnest($1::uuid[], $2::uuid[]) as t(media_id, item_id) order by media_id`,
    [ours.map((item) => item.mediaId), ours.map((item) => item.id)],
  )
}

/** Removes places; their references go with them, and the triggers condemn what nothing else uses. */
export async function removeItems(tx: Sql, items: readonly StoredItem[]): Promise<void> {
  if (items.length === 0) return
  await tx.query('delete from gallery_items where id = any($1::uuid[])', [items.map((item) => item.id)])
}

export async function updateItems(tx: Sql, items: readonly StoredItem[]): Promise<void> {
  if (items.length === 0) return
  await tx.query(
    `update gallery_items i set rank = t.rank, caption = t.caption, alt = t.alt, is_cover = t.is_cover
       from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::boolean[]) as t(id, rank, caption, alt, is_cover)
       where i.id = t.id`,
    [
      items.map((item) => item.id),
      items.map((item) => item.rank),
      items.map((item) => item.caption),
      items.map((item) => item.alt),
      items.map((item) => item.isCover),
    ],
  )
}

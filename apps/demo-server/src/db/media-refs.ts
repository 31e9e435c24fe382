import type { Attachment, MediaId, Use, User, UserId } from '@gallerist/sdk/contract'
import type { Sql } from './database.ts'

/** A reference that is no place in a gallery. */
export interface DirectRef {
  readonly mediaId: MediaId
  readonly slot: 'object' | 'library'
  readonly contentType: string | null
  readonly objectId: string | null
}

/** What uses these media, by media id. Another user's holder is counted, but neither its id nor its title is told. */
export async function readUses(sql: Sql, mediaIds: readonly string[], viewer: User): Promise<Map<string, Use[]>> {
  const rows = await sql.query<Use & { mediaId: string }>(
    `select distinct "mediaId", kind, case when shown then id else '' end as id, case when shown then title end as title
     from (select r.media_id as "mediaId",
         case when r.slot <> 'gallery-item' then r.slot when d.id is null then 'gallery' else 'document' end as kind,
         coalesce(g.id::text, d.content_type || '/' || d.id, r.content_type || '/' || r.object_id, m.user_id) as id,
         coalesce(g.title, d.data ->> 'title') as title,
         $3 or coalesce(g.user_id, d.user_id, $2) = $2 as shown
       from media_refs r join media m on m.id = r.media_id
       left join gallery_items i on i.id = r.gallery_item_id
       left join galleries g on g.id = i.gallery_id left join documents d on d.id = i.document_id
       where r.media_id = any($1::uuid[])) uses order by kind, id`,
    [mediaIds, viewer.id, viewer.role === 'admin'],
  )
  const uses = new Map<string, Use[]>()
  for (const { mediaId, ...use } of rows) uses.set(mediaId, [...(uses.get(mediaId) ?? []), use])
  return uses
}

export async function insertDirectRefs(tx: Sql, refs: readonly DirectRef[]): Promise<void> {
  await tx.query(
    `insert into media_refs (media_id, slot, content_type, object_id)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
    [
      refs.map((ref) => ref.mediaId),
      refs.map((ref) => ref.slot),
      refs.map((ref) => ref.contentType),
      refs.map((ref) => ref.objectId),
    ],
  )
}

/** Takes a media off its objects and out of the library; answers with what it removed. */
export function removeDirectRefs(tx: Sql, mediaId: MediaId): Promise<DirectRef[]> {
  return tx.query(
    `delete from media_refs where media_id = $1 and slot in ('object', 'library')
       returning media_id as "mediaId", slot, content_type as "contentType", object_id as "objectId"`,
    [mediaId],
  )
}

/** The media attached to an object, of one user or of all (null), in the order of their attachment. */
export async function readAttached(sql: Sql, object: Attachment, userId: UserId | null): Promise<MediaId[]> {
  const rows = await sql.query<{ mediaId: MediaId }>(
    `select r.media_id as "mediaId" from media_refs r join media m on m.id = r.media_id
       where r.slot = 'object' and r.content_type = $1 and r.object_id = $2 and ($3::text is null or m.user_id = $3)
       order by r.id`,
    [object.contentType, object.objectId, userId],
  )
  return rows.map((row) => row.mediaId)
}

/** Takes media off an object; answers with what it removed, in the order of attachment. */
export function removeObjectRefs(tx: Sql, object: Attachment, mediaIds: readonly MediaId[]): Promise<DirectRef[]> {
  return tx.query(
    `with gone as (delete from media_refs
         where slot = 'object' and content_type = $1 and object_id = $2 and media_id = any($3::uuid[]) returning *)
       select media_id as "mediaId", slot, content_type as "contentType", object_id as "objectId" from gone order by id`,
    [object.contentType, object.objectId, mediaIds],
  )
}

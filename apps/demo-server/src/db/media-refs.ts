import type { MediaId, Use, User } from '@gallerist/sdk/contract'
import type { Sql } from './database.ts'

/** A reference that is no place in a gallery. */
export interface DirectRef {
  readonly mediaId: MediaId
  readonly slot: 'object' | 'library'
  readonly contentType: string | null
  readonly objectId: string | null
}

/** What uses these media, by media id. Another user's gallery is counted, but neither its id nor its title is told. */
export async function readUses(sql: Sql, mediaIds: readonly string[], viewer: User): Promise<Map<string, Use[]>> {
  const rows = await sql.query<Use & { mediaId: string }>(
    `select distinct r.media_id as "mediaId", case r.slot when 'gallery-item' then 'gallery' else r.slot end as kind,
       case when g.id is null or g.user_id = $2 or $3 then coalesce(g.id::text, r.content_type || '/' || r.object_id, m.user_id)
         else '' end as id, case when g.user_id = $2 or $3 then g.title end as title
     from media_refs r join media m on m.id = r.media_id
     left join gallery_items i on i.id = r.gallery_item_id left join galleries g on g.id = i.gallery_id
     where r.media_id = any($1::uuid[]) order by kind, id`,
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

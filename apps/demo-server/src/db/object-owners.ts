import type { MediaId } from '@gallerist/sdk/contract'
import type { Sql } from './database.ts'
import { fileOfKey } from './file-of-key.ts'
import { searchableKeys } from './searchable-keys.ts'

export interface ObjectOwner {
  readonly key: string
  readonly state: 'incoming' | 'writing' | 'staged' | 'attached' | 'condemned' | 'held' | 'deleting'
  readonly mediaId: MediaId | null
  readonly fileName: string | null
  readonly dueAt: Date | null
}

/** What the database knows of objects, by key; a key that it does not know is not in the answer. */
export async function readObjectOwners(sql: Sql, keys: readonly string[]): Promise<Map<string, ObjectOwner>> {
  const rows = await sql.query<ObjectOwner>(
    `select k.key, m.id as "mediaId", m.file_name as "fileName", coalesce(f.due_at, m.due_at) as "dueAt",
       case when f.held_reason is not null then 'held'
            when m.id is null and f.verified_at is null then 'writing'
            when m.id is null then 'condemned'
            when m.due_at is null then 'attached'
            when m.first_attached_at is null then 'staged' else 'condemned' end as state
     from unnest($1::text[]) as k(key)
       cross join lateral ${fileOfKey('k.key')} f
       left join lateral (select * from media where file_id = f.id limit 1) m on true
     union all
     select k.key, null, u.file_name, p.due_at,
       case when p.file_id is null and p.attempts = 0 and p.done_at is null then 'incoming' else 'deleting' end
     from unnest($1::text[]) as k(key) join purges p on p.object_key = k.key
       left join uploads u on u.incoming_key = k.key`,
    [searchableKeys(keys)],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

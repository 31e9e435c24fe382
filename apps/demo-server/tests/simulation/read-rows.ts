import type { GalleryId, MediaId } from '@gallerist/sdk/contract'
import type { Sql } from '../../src/db/database.ts'

/** Everything that the checks read, in one statement: one moment. */
export interface Rows {
  readonly files: readonly {
    readonly id: string
    readonly keys: readonly string[]
    readonly sizes: readonly number[]
    readonly sha256: string
    readonly isVerified: boolean
    readonly isHeld: boolean
  }[]
  readonly media: readonly { readonly id: MediaId; readonly fileId: string; readonly uses: number }[]
  readonly purges: readonly {
    readonly key: string
    readonly fileId: string | null
    readonly isDone: boolean
    readonly outcome: string | null
  }[]
  readonly galleries: readonly {
    readonly id: GalleryId
    readonly version: number
    readonly items: readonly (readonly [MediaId | null, string | null, string | null])[]
  }[]
}

const list = (query: string) => `(select coalesce(json_agg(row_to_json(t)), '[]') from (${query}) t)`

const select = `select ${list(`select id,
    array_prepend(original_key, array(select v ->> 'key' from jsonb_array_elements(variants) v)) as keys,
    array_prepend(size_bytes, array(select (v ->> 'sizeBytes')::bigint from jsonb_array_elements(variants) v)) as sizes,
    checksum_sha256 as sha256, verified_at is not null as "isVerified", held_reason is not null as "isHeld" from files`)} as files,
  ${list(`select id, file_id as "fileId",
    (select count(*) from media_refs r where r.media_id = m.id) as uses from media m`)} as media,
  ${list(`select object_key as key, file_id as "fileId", done_at is not null as "isDone", outcome from purges`)} as purges,
  ${list(`select g.id, g.version, (select coalesce(json_agg(json_build_array(r.media_id, i.external_url, i.caption)
      order by i.rank, i.id), '[]') from gallery_items i left join media_refs r on r.gallery_item_id = i.id
      where i.gallery_id = g.id) as items from galleries g`)} as galleries`

export async function readRows(sql: Sql): Promise<Rows> {
  const [rows] = await sql.query<Rows>(select)
  if (rows === undefined) throw new Error('a select without a table yields one row')
  return rows
}

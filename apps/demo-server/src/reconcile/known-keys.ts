import type { MediaId } from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { fileOfKey } from '../db/file-of-key.ts'
import { searchableKeys } from '../db/searchable-keys.ts'

/** What a row says of a key. */
export interface KnownKey {
  readonly key: string
  readonly mediaId: MediaId | null
  /** Null where no verified file says so. */
  readonly sizeBytes: number | null
}

const sizeOfKey = `case when f.verified_at is null then null when f.original_key = k.key then f.size_bytes
  else (select (v ->> 'sizeBytes')::bigint from jsonb_array_elements(f.variants) v where v ->> 'key' = k.key limit 1) end`

/**
 * Which of these keys a row answers for, by key: a file, or a purge that will still act on the object. A tombstone whose
 * second look is over does not: an object under its key is a late write that nobody deletes any more.
 */
export async function readKnownKeys(sql: Sql, keys: readonly string[]): Promise<Map<string, KnownKey>> {
  const rows = await sql.query<KnownKey>(
    `select k.key, m.id as "mediaId", ${sizeOfKey} as "sizeBytes"
     from unnest($1::text[]) as k(key)
       cross join lateral ${fileOfKey('k.key')} f
       left join lateral (select id from media where file_id = f.id limit 1) m on true
     union all
     select p.object_key, null, null from purges p where p.object_key = any($1::text[])
       and (p.done_at is null or p.look_again_at is not null or p.outcome = 'hidden')`,
    [searchableKeys(keys)],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

/** An object that must exist. */
export interface ExpectedObject {
  readonly key: string
  readonly mediaId: MediaId | null
}

export interface ExpectedRange {
  /** Original keys past this one, in byte order … */
  readonly after: string
  /** … up to this one; null: all of them. */
  readonly upTo: string | null
  /** Written before. */
  readonly before: Date
}

export interface ExpectedPage {
  readonly objects: readonly ExpectedObject[]
  /** The last original key of a full page; null: nothing more follows. */
  readonly next: string | null
}

const filesAtOnce = 1_000

const expectedObjects = `select unnest(f.original_key || array(select v ->> 'key' from jsonb_array_elements(f.variants) v)) as key,
  f.original_key as "originalKey", m.id as "mediaId" from files f left join media m on m.file_id = f.id`

/** Objects of files that were completely written, a page of files in byte order. */
export async function readExpectedObjects(sql: Sql, { after, upTo, before }: ExpectedRange): Promise<ExpectedPage> {
  const rows = await sql.query<ExpectedObject & { originalKey: string }>(
    `${expectedObjects} where f.id in (select id from files where verified_at < $3
         and original_key collate "C" > $1 and ($2::text is null or original_key collate "C" <= $2)
         order by original_key collate "C" limit $4) order by f.original_key collate "C"`,
    // No key of ours holds a NUL, so a bound may end before it.
    [beforeNul(after), upTo === null ? null : beforeNul(upTo), before, filesAtOnce],
  )
  const fileCount = new Set(rows.map((row) => row.originalKey)).size
  return { objects: rows, next: fileCount < filesAtOnce ? null : (rows.at(-1)?.originalKey ?? null) }
}

function beforeNul(key: string): string {
  return key.split('\0', 1)[0] ?? ''
}

/** Those of the objects that are still to exist: meanwhile a file may have been judged and deleted. */
export async function stillExpected(sql: Sql, objects: readonly ExpectedObject[]): Promise<ExpectedObject[]> {
  const rows = await sql.query<{ key: string }>(
    `select k.key from unnest($1::text[]) as k(key) cross join lateral ${fileOfKey('k.key')} f`,
    [objects.map((object) => object.key)],
  )
  const keys = new Set(rows.map((row) => row.key))
  return objects.filter((object) => keys.has(object.key))
}

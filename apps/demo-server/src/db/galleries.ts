import type { GalleryId, UserId } from '@gallerist/sdk/contract'
import type { PagePosition } from '../domain/paging.ts'
import { fromMicros, toMicros } from './cursor-time.ts'
import type { Sql } from './database.ts'

export interface GalleryRow {
  readonly id: GalleryId
  readonly userId: UserId
  readonly title: string
  readonly published: boolean
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  /** `updatedAt` in microseconds since 1970, for cursors. */
  readonly cursorMicros: number
}

const columns = `g.id, g.user_id as "userId", g.title, g.published, g.version,
  g.created_at as "createdAt", g.updated_at as "updatedAt", ${toMicros('g.updated_at')} as "cursorMicros"`

export async function findGallery(sql: Sql, id: GalleryId): Promise<GalleryRow | null> {
  const [row] = await sql.query<GalleryRow>(`select ${columns} from galleries g where id = $1`, [id])
  return row ?? null
}

/** Reads and locks galleries in the order of their ids, so that two acts on several never wait for each other. */
export function lockGalleries(tx: Sql, ids: readonly GalleryId[]): Promise<GalleryRow[]> {
  return tx.query(`select ${columns} from galleries g where id = any($1::uuid[]) order by id for update`, [ids])
}

export async function insertGallery(
  tx: Sql,
  row: Pick<GalleryRow, 'id' | 'userId' | 'title' | 'published'> & { version?: number; createdAt?: Date | string },
): Promise<GalleryRow | null> {
  const [inserted] = await tx.query<GalleryRow>(
    `insert into galleries as g (id, user_id, title, published, version, created_at)
       values ($1, $2, $3, $4, coalesce($5, 1), coalesce($6, now())) on conflict (id) do nothing returning ${columns}`,
    [row.id, row.userId, row.title, row.published, row.version ?? null, row.createdAt ?? null],
  )
  return inserted ?? null
}

/** Commits a change of a gallery: its version grows by one. */
export async function bumpGallery(
  tx: Sql,
  id: GalleryId,
  facts: { title?: string | undefined; published?: boolean | undefined } = {},
): Promise<void> {
  await tx.query(
    `update galleries set version = version + 1, updated_at = now(),
       title = coalesce($2, title), published = coalesce($3, published) where id = $1`,
    [id, facts.title ?? null, facts.published ?? null],
  )
}

export async function deleteGalleryRow(tx: Sql, id: GalleryId): Promise<void> {
  await tx.query('delete from galleries where id = $1', [id])
}

export interface GalleryListQuery {
  /** Only this user's; null: everybody's. */
  readonly userId: UserId | null
  readonly publishedOnly: boolean
  readonly after: PagePosition | null
  readonly limit: number
}

export interface GallerySummaryRow extends GalleryRow {
  readonly itemCount: number
  readonly coverMediaId: string | null
}

/** Last changed first. */
export function listGalleryRows(sql: Sql, query: GalleryListQuery): Promise<GallerySummaryRow[]> {
  return sql.query(
    `select ${columns},
       (select count(*) from gallery_items i where i.gallery_id = g.id) as "itemCount",
       (select r.media_id from gallery_items i join media_refs r on r.gallery_item_id = i.id
          where i.gallery_id = g.id order by i.is_cover desc, i.rank limit 1) as "coverMediaId"
     from galleries g
     where ($1::text is null or user_id = $1) and (published or not $2)
       and ($3::bigint is null or (updated_at, id) < (${fromMicros('$3')}, $4::uuid))
     order by updated_at desc, id desc limit $5`,
    [query.userId, query.publishedOnly, query.after?.micros ?? null, query.after?.id ?? null, query.limit],
  )
}

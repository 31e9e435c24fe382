import { randomUUID } from 'node:crypto'
import type { CreateGalleryBody, Gallery, GalleryId, GallerySummary, Page, User } from '@gallerist/sdk/contract'
import type { Database } from '../db/database.ts'
import { insertGallery, listGalleryRows } from '../db/galleries.ts'
import { runOnce } from '../db/idempotency.ts'
import { readMedia } from '../db/media.ts'
import { listScope } from './access.ts'
import { hashOf } from './hash-of.ts'
import { readCursor, toPage, type PageRequest } from './paging.ts'
import { toGallery } from './read-gallery.ts'
import { toMedia, type UrlRules } from './to-media.ts'

export function createGallery(
  database: Database,
  request: { user: User; body: CreateGalleryBody; idempotencyKey: string | null },
  rules: UrlRules,
): Promise<Gallery> {
  const { user, body, idempotencyKey } = request
  return database.transaction((tx) =>
    runOnce(tx, { userId: user.id, key: idempotencyKey, route: 'POST gallery', bodyHash: hashOf(body) }, async () => {
      const row = await insertGallery(tx, {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a new id becomes one here
        id: randomUUID() as string as GalleryId,
        userId: user.id,
        title: body.title,
        published: body.published ?? false,
      })
      if (row === null) throw new Error('a new id was taken')
      return toGallery(tx, row, rules)
    }),
  )
}

/** Your galleries, or without a token the published ones of everybody; last changed first. */
export async function listGalleries(
  database: Database,
  request: PageRequest & { user: User | null },
  rules: UrlRules,
): Promise<Page<GallerySummary>> {
  const rows = await listGalleryRows(database, {
    userId: request.user === null ? null : listScope(request.user),
    publishedOnly: request.user === null,
    after: readCursor(request.cursor),
    limit: request.limit + 1,
  })
  const covers = await readMedia(
    database,
    rows.flatMap((row) => row.coverMediaId ?? []),
  )
  const byId = new Map(covers.map((media) => [String(media.id), media]))
  return toPage(rows, request.limit, (row) => {
    const cover = byId.get(row.coverMediaId ?? '')
    return {
      id: row.id,
      userId: row.userId,
      title: row.title,
      published: row.published,
      version: row.version,
      itemCount: row.itemCount,
      cover: cover === undefined ? null : toMedia(cover, rules),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    }
  })
}

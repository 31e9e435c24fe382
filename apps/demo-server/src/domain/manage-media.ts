import type { ListMediaQuery, Media, MediaId, Page, UpdateMediaBody, User, UserId } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import {
  listMediaRows,
  listObjectMediaRows,
  lockMedia,
  readMedia,
  updateMediaTexts,
  type MediaRow,
} from '../db/media.ts'
import { canWrite, listScope } from './access.ts'
import { DomainError } from './domain-error.ts'
import { readCursor, refuseCursor, toPage, type PageRequest } from './paging.ts'
import { toMedia, type UrlRules } from './to-media.ts'

/** @throws DomainError MEDIA_NOT_FOUND, also for somebody else's and for what was deleted */
export async function readMediaOf(sql: Sql, mediaId: MediaId, user: User): Promise<MediaRow> {
  const [row] = await readMedia(sql, [mediaId])
  if (row === undefined || !canWrite(user, row) || isCondemned(row)) throw mediaNotFound(mediaId)
  return row
}

function mediaNotFound(mediaId: MediaId): DomainError {
  return new DomainError('MEDIA_NOT_FOUND', `There is no media ${mediaId} that you may use.`)
}

export function updateMedia(
  database: Database,
  request: { user: User; mediaId: MediaId; body: UpdateMediaBody },
  rules: UrlRules,
): Promise<Media> {
  return database.transaction(async (tx) => {
    await lockMedia(tx, [request.mediaId])
    await readMediaOf(tx, request.mediaId, request.user)
    await updateMediaTexts(tx, request.mediaId, request.body)
    return toMedia(await readMediaOf(tx, request.mediaId, request.user), rules)
  })
}

export async function listMedia(
  database: Database,
  request: { user: User; query: ListMediaQuery; page: PageRequest },
  rules: UrlRules,
): Promise<Page<Media>> {
  const { contentType, objectId } = request.query
  if (contentType !== undefined && objectId !== undefined) {
    const object = { contentType, objectId, userId: listScope(request.user), page: request.page }
    return listObjectMedia(database, object, rules)
  }
  const rows = await listMediaRows(database, {
    userId: listScope(request.user),
    after: readCursor(request.page.cursor),
    limit: request.page.limit + 1,
  })
  return toPage(rows, request.page.limit, (row) => toMedia(row, rules))
}

/** The media of an object of the host application, in the order of their attachment; one user's, or all of them (null). */
export async function listObjectMedia(
  database: Database,
  request: { contentType: string; objectId: string; userId: UserId | null; page: PageRequest },
  rules: UrlRules,
): Promise<Page<Media>> {
  const { cursor, limit } = request.page
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw refuseCursor(cursor)
  const rows = await listObjectMediaRows(database, { ...request, afterRef: Number(cursor ?? 0), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => toMedia(row, rules)),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.refId) : null,
  }
}

/** Once used and now by nothing: for its user it is deleted, though an undo may still bring it back. */
function isCondemned(row: MediaRow): boolean {
  return row.dueAt !== null && row.firstAttachedAt !== null
}

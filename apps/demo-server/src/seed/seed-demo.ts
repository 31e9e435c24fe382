import type { MediaId, User } from '@gallerist/sdk/contract'
import type { Database, Sql } from '../db/database.ts'
import { listUsers } from '../db/users.ts'
import type { AppDeps } from '../domain/app-deps.ts'
import { createGallery } from '../domain/manage-galleries.ts'
import { saveGallery } from '../domain/save-gallery.ts'
import { demoGalleries, type SeedGallery } from './demo-galleries.ts'
import type { SeedPicture } from './seed-picture.ts'
import { uploadPictures, type UserSeed } from './upload-pictures.ts'

/**
 * Fills a database in which nobody has done anything yet; its users are there already. All galleries appear in one commit: a start that was cut short
 * before it begins again, and finds the pictures that it sent.
 */
export async function seedDemo(
  deps: AppDeps,
  galleries: readonly SeedGallery[] = demoGalleries,
): Promise<'seeded' | 'skipped'> {
  const { database } = deps
  if (deps.storage === null || (await isInUse(database))) return 'skipped'
  const seeds = withUsers(galleries, await listUsers(database))
  const mediaIds = await uploadPictures(deps, seeds)
  return database.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('gallerist demo seed'))`)
    // Another instance may have been faster.
    if (await isInUse(tx)) return 'skipped'
    for (const seed of seeds) await addGallery({ ...deps, database: toDatabase(tx) }, seed, mediaIds)
    return 'seeded'
  })
}

/** Also once everything was deleted: an empty demo that somebody emptied stays empty. */
async function isInUse(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ inUse: boolean }>(
    'select exists (select from galleries) or exists (select from deletions) as "inUse"',
  )
  return row?.inUse === true
}

function withUsers(galleries: readonly SeedGallery[], users: readonly User[]): UserSeed[] {
  return galleries.map((gallery) => {
    const user = users.find(({ id }) => id === gallery.userId)
    if (!user) throw new Error(`The demo has no user "${gallery.userId}" for ‘${gallery.title}’.`)
    return { user, gallery }
  })
}

async function addGallery(
  { database, rules }: AppDeps,
  { user, gallery: { title, published, pictures, cover } }: UserSeed,
  mediaIds: ReadonlyMap<SeedPicture, MediaId>,
): Promise<void> {
  const gallery = await createGallery(database, { user, body: { title, published }, idempotencyKey: null }, rules)
  const items = pictures.flatMap((picture) => {
    const mediaId = mediaIds.get(picture)
    return mediaId ? [{ mediaId, caption: picture.caption ?? null, isCover: picture.fileName === cover }] : []
  })
  const body = { items }
  await saveGallery(
    database,
    { user, galleryId: gallery.id, baseVersion: gallery.version, body, idempotencyKey: null },
    rules,
  )
  await spreadInTime(database, gallery.id)
}

/** One transaction has one time, and the galleries' order hangs on it. */
async function spreadInTime(sql: Sql, galleryId: string): Promise<void> {
  await sql.query('update galleries set updated_at = clock_timestamp() where id = $1', [galleryId])
}

/** What expects a database does its work inside of a transaction that is open already. */
function toDatabase(tx: Sql): Database {
  return {
    query: (text, values) => tx.query(text, values),
    transaction: (work) => work(tx),
    close: () => Promise.resolve(),
  }
}

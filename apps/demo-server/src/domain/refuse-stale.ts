import type { Sql } from '../db/database.ts'
import type { GalleryRow } from '../db/galleries.ts'
import { refuse } from './domain-error.ts'
import { toGallery } from './read-gallery.ts'
import type { UrlRules } from './to-media.ts'

/** @throws DomainError GALLERY_CHANGED with the current document, where it was made against another version */
export async function refuseStale(tx: Sql, gallery: GalleryRow, baseVersion: number, rules: UrlRules): Promise<void> {
  if (gallery.version === baseVersion) return
  throw refuse(
    'GALLERY_CHANGED',
    `The gallery is at version ${gallery.version}, but you edited version ${baseVersion}. Load it and try again.`,
    { gallery: await toGallery(tx, gallery, rules) },
  )
}

import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { readGallery } from '../../domain/read-gallery.ts'
import { defineRoute, type Route } from '../route.ts'

export function getGalleryRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.getGallery, async ({ user, params }) => {
    const gallery = await readGallery(database, { galleryId: params.galleryId, user, rules })
    return { body: gallery, etag: gallery.version }
  })
}

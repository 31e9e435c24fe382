import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { saveGallery } from '../../domain/save-gallery.ts'
import { defineRoute, type Route } from '../route.ts'

export function saveGalleryRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.saveGallery, async ({ user, params, body, baseVersion, idempotencyKey }) => {
    const request = { user, galleryId: params.galleryId, baseVersion, body, idempotencyKey }
    const saved = await saveGallery(database, request, rules)
    wake()
    return { body: saved, etag: saved.gallery.version }
  })
}

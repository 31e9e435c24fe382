import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { deleteGallery } from '../../domain/delete-gallery.ts'
import { defineRoute, type Route } from '../route.ts'

export function deleteGalleryRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.deleteGallery, async ({ user, params, baseVersion, idempotencyKey }) => {
    const request = { user, galleryId: params.galleryId, baseVersion, idempotencyKey }
    const receipt = await deleteGallery(database, request, rules)
    wake()
    return { body: receipt }
  })
}

import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { planGalleryDeletion } from '../../domain/delete-gallery.ts'
import { defineRoute, type Route } from '../route.ts'

export function planGalleryDeletionRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.planGalleryDeletion, async ({ user, params }) => ({
    body: await planGalleryDeletion(database, { user, galleryId: params.galleryId }, rules),
  }))
}

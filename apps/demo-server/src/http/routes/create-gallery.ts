import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { createGallery } from '../../domain/manage-galleries.ts'
import { defineRoute, type Route } from '../route.ts'

export function createGalleryRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.createGallery, async ({ user, body, idempotencyKey }) => {
    const gallery = await createGallery(database, { user, body, idempotencyKey }, rules)
    return { body: gallery, etag: gallery.version }
  })
}

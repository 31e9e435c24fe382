import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { planGallerySave } from '../../domain/save-gallery.ts'
import { defineRoute, type Route } from '../route.ts'

export function planGallerySaveRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.planGallerySave, async ({ user, params, body, baseVersion }) => {
    const request = { user, galleryId: params.galleryId, baseVersion, body, idempotencyKey: null }
    return { body: await planGallerySave(database, request, rules) }
  })
}

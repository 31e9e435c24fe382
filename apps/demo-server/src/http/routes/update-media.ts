import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { updateMedia } from '../../domain/manage-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function updateMediaRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.updateMedia, async ({ user, params, body }) => ({
    body: await updateMedia(database, { user, mediaId: params.mediaId, body }, rules),
  }))
}

import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { readMediaOf } from '../../domain/manage-media.ts'
import { toMedia } from '../../domain/to-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function getMediaRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.getMedia, async ({ user, params }) => ({
    body: toMedia(await readMediaOf(database, params.mediaId, user), rules),
  }))
}

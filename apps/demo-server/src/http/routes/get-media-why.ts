import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { readMediaWhy } from '../../reconcile/read-media-why.ts'
import { defineRoute, type Route } from '../route.ts'

export function getMediaWhyRoute({ database }: AppDeps): Route {
  return defineRoute(endpoints.getMediaWhy, async ({ user, params }) => ({
    body: await readMediaWhy(database, params.mediaId, user),
  }))
}

import { endpoints, limits } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { listGalleries } from '../../domain/manage-galleries.ts'
import { defineRoute, type Route } from '../route.ts'

export function listGalleriesRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.listGalleries, async ({ user, query }) => {
    const request = { user, cursor: query.cursor, limit: query.limit ?? limits.pageSize }
    return { body: await listGalleries(database, request, rules) }
  })
}

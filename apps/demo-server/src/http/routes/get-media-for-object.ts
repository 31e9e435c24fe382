import { endpoints, limits } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { listObjectMedia } from '../../domain/manage-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function getMediaForObjectRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.getMediaForObject, async ({ params, query }) => {
    const page = { cursor: query.cursor, limit: query.limit ?? limits.pageSize }
    return { body: await listObjectMedia(database, { ...params, userId: null, page }, rules) }
  })
}

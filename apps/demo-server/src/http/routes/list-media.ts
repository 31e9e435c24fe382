import { endpoints, limits } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { listMedia } from '../../domain/manage-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function listMediaRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.listMedia, async ({ user, query }) => {
    const page = { cursor: query.cursor, limit: query.limit ?? limits.pageSize }
    return { body: await listMedia(database, { user, query, page }, rules) }
  })
}

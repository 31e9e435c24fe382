import { endpoints, limits } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { listStorage } from '../../domain/list-storage.ts'
import { defineRoute, type Route } from '../route.ts'

export function listStorageObjectsRoute({ database, storage }: AppDeps): Route {
  return defineRoute(endpoints.listStorageObjects, async ({ query, user }) => {
    const page = { cursor: query.cursor, limit: query.limit ?? limits.pageSize }
    return { body: await listStorage({ database, storage }, page, user) }
  })
}

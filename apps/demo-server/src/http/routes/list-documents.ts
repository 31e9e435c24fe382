import { endpoints, limits } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { listDocuments } from '../../domain/read-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function listDocumentsRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.listDocuments, async ({ user, params, query }) => {
    const page = { cursor: query.cursor, limit: query.limit ?? limits.pageSize }
    return { body: await listDocuments(database, { user, ...params, page }, rules) }
  })
}

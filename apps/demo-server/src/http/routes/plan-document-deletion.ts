import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { planDocumentDeletion } from '../../domain/delete-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function planDocumentDeletionRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.planDocumentDeletion, async ({ user, params }) => ({
    body: await planDocumentDeletion(database, { user, ...params }, rules),
  }))
}

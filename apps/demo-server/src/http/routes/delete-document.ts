import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { deleteDocument } from '../../domain/delete-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function deleteDocumentRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.deleteDocument, async ({ user, params, baseVersion, idempotencyKey }) => {
    const receipt = await deleteDocument(database, { user, ...params, baseVersion, idempotencyKey }, rules)
    wake()
    return { body: receipt }
  })
}

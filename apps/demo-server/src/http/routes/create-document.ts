import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { createDocument } from '../../domain/save-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function createDocumentRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.createDocument, async ({ user, params, body, idempotencyKey }) => {
    const saved = await createDocument(database, { user, ...params, body, idempotencyKey }, rules)
    wake()
    return { body: saved, etag: saved.document.version }
  })
}

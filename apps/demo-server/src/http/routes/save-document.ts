import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { saveDocument } from '../../domain/save-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function saveDocumentRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.saveDocument, async ({ user, params, body, baseVersion, idempotencyKey }) => {
    const saved = await saveDocument(database, { user, ...params, baseVersion, body, idempotencyKey }, rules)
    wake()
    return { body: saved, etag: saved.document.version }
  })
}

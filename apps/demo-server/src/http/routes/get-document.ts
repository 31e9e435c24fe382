import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { readDocument } from '../../domain/read-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function getDocumentRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.getDocument, async ({ user, params }) => {
    const document = await readDocument(database, { ...params, user }, rules)
    return { body: document, etag: document.version }
  })
}

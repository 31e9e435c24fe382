import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { planDocumentSave } from '../../domain/save-document.ts'
import { defineRoute, type Route } from '../route.ts'

export function planDocumentSaveRoute({ database, rules }: AppDeps): Route {
  return defineRoute(endpoints.planDocumentSave, async ({ user, params, body, baseVersion }) => {
    const request = { user, ...params, baseVersion, body, idempotencyKey: null }
    return { body: await planDocumentSave(database, request, rules) }
  })
}

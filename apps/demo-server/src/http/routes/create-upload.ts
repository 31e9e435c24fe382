import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { createUpload } from '../../domain/uploads.ts'
import { defineRoute, type Route } from '../route.ts'

export function createUploadRoute(deps: AppDeps): Route {
  return defineRoute(endpoints.createUpload, async ({ user, body, idempotencyKey }) => ({
    body: await createUpload(deps, { user, body, idempotencyKey }),
  }))
}

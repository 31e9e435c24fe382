import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { uploadForm } from '../../domain/upload-form.ts'
import { defineRoute, type Route } from '../route.ts'

export function uploadMediaFormRoute(deps: AppDeps): Route {
  return defineRoute(endpoints.uploadMediaForm, async ({ user, body, file, idempotencyKey }) => ({
    body: await uploadForm(deps, { user, purpose: body, ...file, idempotencyKey }),
  }))
}

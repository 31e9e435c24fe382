import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { completeUpload } from '../../domain/complete-upload.ts'
import { defineRoute, type Route } from '../route.ts'

export function completeUploadRoute(deps: AppDeps): Route {
  return defineRoute(endpoints.completeUpload, async ({ user, params, body }) => {
    try {
      return { body: await completeUpload(deps, { user, uploadId: params.uploadId, purpose: body }) }
    } finally {
      deps.wake()
    }
  })
}

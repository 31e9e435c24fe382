import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { renewUpload } from '../../domain/uploads.ts'
import { defineRoute, type Route } from '../route.ts'

export function renewUploadRoute(deps: AppDeps): Route {
  return defineRoute(endpoints.renewUpload, async ({ user, params }) => ({
    body: await renewUpload(deps, { user, uploadId: params.uploadId }),
  }))
}

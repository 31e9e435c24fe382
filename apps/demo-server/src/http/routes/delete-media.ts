import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { deleteMedia } from '../../domain/delete-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function deleteMediaRoute({ database, wake }: AppDeps): Route {
  return defineRoute(endpoints.deleteMedia, async ({ user, params, query, idempotencyKey }) => {
    const request = { user, mediaId: params.mediaId, detach: query.detach ?? false, idempotencyKey }
    const receipt = await deleteMedia(database, request)
    wake()
    return { body: receipt }
  })
}

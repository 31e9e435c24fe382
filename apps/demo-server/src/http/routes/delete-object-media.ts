import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { detachMedia } from '../../domain/detach-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function deleteObjectMediaRoute({ database, wake }: AppDeps): Route {
  return defineRoute(endpoints.deleteObjectMedia, async ({ user, params, query, idempotencyKey }) => {
    const receipt = await detachMedia(database, { user, object: params, mediaId: query.mediaId, idempotencyKey })
    wake()
    return { body: receipt }
  })
}

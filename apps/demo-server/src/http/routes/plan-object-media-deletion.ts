import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { planDetaching } from '../../domain/detach-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function planObjectMediaDeletionRoute({ database }: AppDeps): Route {
  return defineRoute(endpoints.planObjectMediaDeletion, async ({ user, params, query }) => {
    const request = { user, object: params, mediaId: query.mediaId, idempotencyKey: null }
    return { body: await planDetaching(database, request) }
  })
}

import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { replaceMedia } from '../../domain/replace-media.ts'
import { defineRoute, type Route } from '../route.ts'

export function replaceMediaFileRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.replaceMediaFile, async ({ user, params, body, idempotencyKey }) => {
    const request = { user, mediaId: params.mediaId, uploadId: body.uploadId, idempotencyKey }
    const replaced = await replaceMedia(database, request, rules)
    wake()
    return { body: replaced }
  })
}

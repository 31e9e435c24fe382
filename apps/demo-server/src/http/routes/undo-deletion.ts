import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { undoDeletion } from '../../domain/undo-deletion.ts'
import { defineRoute, type Route } from '../route.ts'

export function undoDeletionRoute({ database, rules, wake }: AppDeps): Route {
  return defineRoute(endpoints.undoDeletion, async ({ user, params, idempotencyKey }) => {
    const undone = await undoDeletion(database, { user, deletionId: params.deletionId, idempotencyKey }, rules)
    wake()
    return { body: undone }
  })
}

import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { readReceipt } from '../../domain/receipts.ts'
import { defineRoute, type Route } from '../route.ts'

export function getDeletionRoute({ database }: AppDeps): Route {
  return defineRoute(endpoints.getDeletion, async ({ user, params }) => ({
    body: await readReceipt(database, params.deletionId, user),
  }))
}

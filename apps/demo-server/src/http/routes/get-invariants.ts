import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { readInvariants } from '../../reconcile/read-invariants.ts'
import { defineRoute, type Route } from '../route.ts'

export function getInvariantsRoute({ database }: AppDeps): Route {
  return defineRoute(endpoints.getInvariants, async () => ({ body: await readInvariants(database) }))
}

import { endpoints } from '@gallerist/sdk/contract'
import type { AppDeps } from '../../domain/app-deps.ts'
import { requireStorage } from '../../domain/uploads.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import { defineRoute, type Route } from '../route.ts'

export function reconcileRoute(deps: AppDeps): Route {
  return defineRoute(endpoints.reconcile, async ({ log }) => {
    const report = await reconcile({ database: deps.database, storage: requireStorage(deps.storage) })
    const { stopped, dangling, wrongSize } = report
    if (stopped !== null) log.warn({ stopped }, 'reconciliation stopped')
    if (dangling.count + wrongSize.count > 0) log.error({ dangling, wrongSize }, 'alarm: files without their objects')
    return { body: report }
  })
}

import { endpoints } from '@gallerist/sdk/contract'
import type { UserDirectory } from '../../domain/user-directory.ts'
import { defineRoute, type Route } from '../route.ts'

export function listDemoUsersRoute({ users }: { users: UserDirectory }): Route {
  return defineRoute(endpoints.listDemoUsers, async () => ({ body: { items: await users.list() } }))
}

import { endpoints } from '@gallerist/sdk/contract'
import { DomainError } from '../../domain/domain-error.ts'
import type { UserDirectory } from '../../domain/user-directory.ts'
import type { AccessTokens } from '../access-tokens.ts'
import { defineRoute, type Route } from '../route.ts'

export function createDemoTokenRoute({ users, tokens }: { users: UserDirectory; tokens: AccessTokens }): Route {
  return defineRoute(endpoints.createDemoToken, async ({ body }) => {
    const user = await users.find(body.user)
    if (user === null) throw new DomainError('USER_NOT_FOUND', `There is no demo user "${body.user}".`)
    return { body: { ...(await tokens.issue(user)), user } }
  })
}

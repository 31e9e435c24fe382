import { type Endpoint, endpoints, type User, userSchema } from '@gallerist/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { buildServer, type BuildServerDeps } from '../src/build-server.ts'
import type { UserDirectory } from '../src/domain/user-directory.ts'
import { createAccessTokens } from '../src/http/access-tokens.ts'
import { toLoggerOptions } from '../src/http/logger-options.ts'
import type { Route } from '../src/http/route.ts'
import { createDemoTokenRoute } from '../src/http/routes/create-demo-token.ts'
import { getMeRoute } from '../src/http/routes/get-me.ts'
import { listDemoUsersRoute } from '../src/http/routes/list-demo-users.ts'

export const secret = 'a secret of at least thirty-two bytes'
export const tokens = createAccessTokens(secret)
export const ada = userSchema.parse({ id: 'ada', name: 'Ada', role: 'editor' })
export const root = userSchema.parse({ id: 'root', name: 'Root', role: 'admin' })

function createUserDirectory(users: readonly User[]): UserDirectory {
  return {
    find: async (id) => users.find((user) => user.id === id) ?? null,
    list: async () => [...users],
  }
}

/** A server whose table is filled: the given routes, the frame's own, and an answer of `{}` for every other row. */
export async function buildTestServer(
  routes: readonly Route[] = [],
  deps: Partial<BuildServerDeps> & { log?: string[] } = {},
): Promise<FastifyInstance> {
  const users = createUserDirectory([ada, root])
  const own = [getMeRoute, listDemoUsersRoute({ users }), createDemoTokenRoute({ users, tokens })]
  const given = [...routes, ...own.filter(({ endpoint }) => routes.every((route) => route.endpoint !== endpoint))]
  const rest = Object.values<Endpoint>(endpoints).filter((row) => given.every(({ endpoint }) => endpoint !== row))
  return buildServer({
    routes: [...given, ...rest.map((endpoint) => ({ endpoint, handle: async () => ({ body: {} }) }))],
    tokens,
    readiness: {},
    security: { storageOrigins: ['http://127.0.0.1:4001'], corsOrigins: [], rateLimitPerMinute: 10_000 },
    logger: deps.log ? toLoggerOptions('info', { write: (line) => void deps.log?.push(line) }) : false,
    demo: true,
    pageDir: null,
    ...deps,
  })
}

export async function bearer(user: User): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${(await tokens.issue(user)).token}` }
}

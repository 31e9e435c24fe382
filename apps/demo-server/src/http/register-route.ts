import { type Endpoint, endpoints, type User } from '@gallerist/sdk/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AccessTokens } from './access-tokens.ts'
import { authenticate } from './authenticate.ts'
import { readForm } from './read-form.ts'
import { readBaseVersion, readIdempotencyKey } from './read-preconditions.ts'
import { requireLoopback } from './require-loopback.ts'
import type { ParsedRequest, Route, RouteReply } from './route.ts'
import { endpointIdOf, toRouteSchema } from './route-schema.ts'

declare module 'fastify' {
  interface FastifyRequest {
    user: User | null
  }
}

/**
 * Registers every row of the endpoint table with its route; demo rows only where `demo` says so.
 *
 * @throws Error naming each row without a route, with two, or that is not in the table.
 */
export function registerRoutes(
  app: FastifyInstance,
  routes: readonly Route[],
  options: { tokens: AccessTokens; demo: boolean },
): void {
  checkCoverage(routes, options.demo)
  app.decorateRequest('user', null)
  for (const route of routes) {
    if (options.demo || !route.endpoint.demo) registerRoute(app, route, options.tokens)
  }
}

function registerRoute(app: FastifyInstance, route: Route, tokens: AccessTokens): void {
  const { endpoint } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: toRouteSchema(endpoint),
    onRequest: async (request) => {
      if (endpoint.demo) requireLoopback(request)
      request.user = await authenticate(request, endpoint.access, tokens)
    },
    handler: async (request, reply) => {
      const answer = await route.handle(await parseRequest(request, endpoint))
      return sendAnswer(reply, endpoint, answer)
    },
  })
}

async function parseRequest(request: FastifyRequest, endpoint: Endpoint): Promise<ParsedRequest> {
  const { params, query, user, id: requestId, log } = request
  const baseVersion = readBaseVersion(request, endpoint.ifMatch)
  const idempotencyKey = readIdempotencyKey(request)
  const { body, file } = endpoint.multipart
    ? await readForm(request, endpoint.body)
    : { body: request.body, file: null }
  return { params, query, body, user, baseVersion, idempotencyKey, file, requestId, log }
}

function sendAnswer(reply: FastifyReply, endpoint: Endpoint, answer: RouteReply<unknown>): FastifyReply {
  if (answer.etag !== undefined) reply.header('etag', `"${answer.etag}"`)
  return reply
    .code(endpoint.status)
    .header('cache-control', 'no-store')
    .headers(answer.headers ?? {})
    .send(answer.body)
}

function checkCoverage(routes: readonly Route[], demo: boolean): void {
  const expected = Object.values<Endpoint>(endpoints).filter((row) => demo || !row.demo)
  const count = (row: Endpoint): number => routes.filter((route) => route.endpoint === row).length
  const problems = [
    ...expected.filter((row) => count(row) === 0).map((row) => `${endpointIdOf(row)} has no route`),
    ...expected.filter((row) => count(row) > 1).map((row) => `${endpointIdOf(row)} has ${count(row)} routes`),
    ...routes
      .filter((route) => !Object.values<Endpoint>(endpoints).includes(route.endpoint))
      .map((route) => `${endpointIdOf(route.endpoint)} is not in the endpoint table`),
  ]
  if (problems.length > 0) throw new Error(`The routes do not fit the endpoint table: ${problems.join('; ')}.`)
}

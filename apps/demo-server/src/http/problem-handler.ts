import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../domain/domain-error.ts'
import { toProblem } from './problem.ts'
import { toDomainError } from './to-domain-error.ts'

const retryAfterSeconds = '2'

/** Answers every error, unknown routes included, with a problem document of the contract. */
export function registerProblemHandler(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?')
    return sendProblem(new DomainError('ROUTE_NOT_FOUND', `There is no ${request.method} ${path}.`), request, reply)
  })
}

/** Sends any error as a problem document; logs it where the fault is ours. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toDomainError(thrown)
  const problem = toProblem(error, request.id)
  if (problem.status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, 'request failed')
  else request.log.info({ code: error.code }, 'request refused')
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  if (problem.status === 503) reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('x-request-id', request.id)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem)
}

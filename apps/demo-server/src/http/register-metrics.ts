import type { FastifyInstance } from 'fastify'
import type { AccessTokens } from './access-tokens.ts'
import { authenticate } from './authenticate.ts'
import { requireLoopback } from './require-loopback.ts'

/** What `/metrics` answers with. */
export interface MetricsSource {
  readonly contentType: string
  read(): Promise<string>
}

/** `/metrics` for a scraper on this machine without a token, and for admins from anywhere: it names users. */
export function registerMetrics(app: FastifyInstance, metrics: MetricsSource, tokens: AccessTokens): void {
  app.get('/metrics', {
    logLevel: 'warn',
    schema: { hide: true },
    onRequest: async (request) => {
      if (request.headers.authorization === undefined) requireLoopback(request)
      else await authenticate(request, 'admin', tokens)
    },
    handler: async (_request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .type(metrics.contentType)
        .send(await metrics.read()),
  })
}

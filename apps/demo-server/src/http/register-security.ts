import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../domain/domain-error.ts'

export interface SecurityOptions {
  /** Origins that pictures are shown from and forms are sent to, besides our own. */
  readonly storageOrigins: readonly string[]
  /** Origins whose pages may call the API. */
  readonly corsOrigins: readonly string[]
  readonly rateLimitPerMinute: number
}

/** Response headers, cross-origin rules and the limit on calls of the API. */
export async function registerSecurity(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: toDirectives(options.storageOrigins) },
    crossOriginResourcePolicy: { policy: 'same-site' },
  })
  await app.register(cors, {
    origin: [...options.corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['etag', 'retry-after', 'x-request-id'],
    maxAge: 600,
  })
  await app.register(rateLimit, {
    global: false,
    max: options.rateLimitPerMinute,
    timeWindow: 60_000,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl, max }) =>
      refuse('RATE_LIMITED', `More than ${max} calls in a minute; wait ${Math.ceil(ttl / 1000)} s.`, {
        retryAfterMs: ttl,
      }),
  })
  // For the whole server, so that it runs before a route looks at its token.
  app.addHook('onRequest', app.rateLimit())
}

function toDirectives(storageOrigins: readonly string[]): Record<string, string[] | null> {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    // Legacy galleries hold pictures of other sites.
    imgSrc: ["'self'", 'data:', 'blob:', 'https:', ...storageOrigins],
    connectSrc: ["'self'", ...storageOrigins],
    formAction: ["'self'", ...storageOrigins],
    upgradeInsecureRequests: null,
  }
}

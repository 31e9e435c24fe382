import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { AccessTokens } from './http/access-tokens.ts'
import { createHttpServer } from './http/create-http-server.ts'
import { type ReadinessCheck, registerHealth } from './http/register-health.ts'
import { type MetricsSource, registerMetrics } from './http/register-metrics.ts'
import { registerRoutes } from './http/register-route.ts'
import type { SecurityOptions } from './http/register-security.ts'
import type { Route } from './http/route.ts'
import { servePage } from './http/serve-page.ts'

export interface BuildServerDeps {
  readonly routes: readonly Route[]
  readonly tokens: AccessTokens
  /** By name; `/readyz` asks each. */
  readonly readiness: Readonly<Record<string, ReadinessCheck>>
  /** Served at `/metrics`; absent: not at all. */
  readonly metrics?: MetricsSource
  readonly security: SecurityOptions
  readonly logger: NonNullable<FastifyServerOptions['logger']>
  /** Serves the demo routes, to this machine only. */
  readonly demo: boolean
  /** Folder of a built page to serve at `/`; null: the API alone. */
  readonly pageDir: string | null
}

/** The whole HTTP server of its parts; listens nowhere yet. */
export async function buildServer(deps: BuildServerDeps): Promise<FastifyInstance> {
  const app = await createHttpServer({ logger: deps.logger, security: deps.security })
  registerHealth(app, deps.readiness)
  if (deps.metrics) registerMetrics(app, deps.metrics, deps.tokens)
  registerRoutes(app, deps.routes, { tokens: deps.tokens, demo: deps.demo })
  if (deps.pageDir !== null) await servePage(app, deps.pageDir)
  return app
}

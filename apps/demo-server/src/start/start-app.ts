import { join } from 'node:path'
import { buildServer, type BuildServerDeps } from '../build-server.ts'
import type { Config } from '../config/config.ts'
import { findUser, listUsers } from '../db/users.ts'
import type { AppDeps } from '../domain/app-deps.ts'
import { findFreePort } from '../embedded/free-port.ts'
import { readPersistedSecret } from '../embedded/persisted-secret.ts'
import { createAccessTokens } from '../http/access-tokens.ts'
import { createRoutes } from '../http/create-routes.ts'
import { toLoggerOptions } from '../http/logger-options.ts'
import { createImageTools } from '../images/create-image-tools.ts'
import type { Sweeper } from '../jobs/create-sweeper.ts'
import { createMetrics } from '../metrics/create-metrics.ts'
import { seedDemo } from '../seed/seed-demo.ts'
import { buildPage } from './build-page.ts'
import { type Closers, createClosers } from './create-closers.ts'
import { openDatabase } from './open-database.ts'
import { openStorage } from './open-storage.ts'
import { startSweeper } from './start-sweeper.ts'
import { toOrigins } from './to-origins.ts'

export interface RunningApp {
  readonly url: string
  /** Ends requests, sweeper, database and storage, in this order. */
  close(): Promise<void>
}

/** Opens everything that the configuration names, and listens. Where a part fails, what was opened is closed again. */
export async function startApp(
  config: Config,
  { logger = toLoggerOptions(config.logLevel) }: { logger?: BuildServerDeps['logger'] } = {},
): Promise<RunningApp> {
  const closers = createClosers()
  try {
    const url = await start(config, logger, closers)
    return { url, close: () => closers.closeAll() }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}

async function start(config: Config, logger: BuildServerDeps['logger'], closers: Closers): Promise<string> {
  const port = config.port || (await findFreePort())
  const [url = '', ...otherUrls] = toOrigins(config, port)
  const opened = await openStorage(config, [url, ...otherUrls, ...config.corsOrigins])
  closers.add(() => opened.close())
  const { database, url: databaseUrl } = await openDatabase(config, closers)
  let sweeper: Sweeper | null = null
  const { publicUrl, bases } = opened
  const metrics = createMetrics(database)
  const storage = opened.storage && metrics.measure(opened.storage)
  const rules = { publicUrl, bases, urlVersion: config.urlVersion }
  const deps: AppDeps = { database, storage, images: createImageTools(), rules, wake: () => sweeper?.wake() }
  if (config.demo) await seedDemo(deps)
  const app = await buildServer({ ...(await toServerDeps(config, deps, opened.origins)), metrics, logger })
  if (storage !== null) {
    const started = startSweeper(
      { database, databaseUrl, storage, log: app.log },
      { intervalMs: config.sweepIntervalMs },
    )
    closers.add(() => started.stop())
    sweeper = started
  }
  closers.add(() => app.close())
  await app.listen({ host: config.host, port })
  return url
}

async function toServerDeps(
  config: Config,
  deps: AppDeps,
  storageOrigins: readonly string[],
): Promise<Omit<BuildServerDeps, 'logger'>> {
  const { demo, dataDir, corsOrigins, rateLimitPerMinute } = config
  const { database, storage } = deps
  const tokens = createAccessTokens(config.jwtSecret ?? (await readPersistedSecret(join(dataDir, 'jwt-secret'))))
  const users = { find: findUser.bind(null, database), list: () => listUsers(database) }
  return {
    routes: createRoutes({ ...deps, users, tokens }),
    tokens,
    readiness: {
      database: () => database.query('select 1'),
      ...(storage && { storage: () => storage.list({ prefix: 'media/', cursor: null, limit: 1 }) }),
    },
    security: { storageOrigins, corsOrigins, rateLimitPerMinute },
    demo,
    pageDir: demo ? await buildPage(join(dataDir, 'web')) : null,
  }
}

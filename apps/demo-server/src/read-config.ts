import { join, resolve } from 'node:path'
import type { Config } from './config/config.ts'
import { type Environment, environmentSchema } from './config/environment.ts'
import { findContradictions } from './config/find-contradictions.ts'
import { toStorageConfig } from './config/to-storage-config.ts'

/** Everything that is wrong with the configuration, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

const defaultDataDir = join(import.meta.dirname, '../.data')
const demoGraceMs = 10_000
/** At least as long as pages that hold the URLs are cached. */
const productionGraceMs = 7 * 86_400_000

/**
 * Reads environment and arguments; nothing else of the server looks at them.
 *
 * @throws ConfigError with all problems at once
 */
export function readConfig({ env = process.env, argv = process.argv.slice(2) } = {}): Config {
  const given = dropEmpty(env)
  const parsed = environmentSchema.safeParse(given)
  const isDemo = argv.includes('--demo') || /^(1|true)$/.test(given['DEMO'] ?? '')
  const problems = [
    ...argv.filter((argument) => argument !== '--demo').map((argument) => `${argument} is no argument; --demo is`),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`),
    ...findContradictions(given, isDemo),
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return toConfig(parsed.data, isDemo)
}

function toConfig(env: Environment, demo: boolean): Config {
  const graceMs = env.GRACE_SECONDS === undefined ? null : env.GRACE_SECONDS * 1000
  return {
    demo,
    dataDir: resolve(env.DATA_DIR ?? defaultDataDir),
    host: env.HOST,
    port: env.PORT,
    publicOrigin: env.PUBLIC_ORIGIN ?? null,
    corsOrigins: env.CORS_ORIGINS,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    jwtSecret: env.JWT_SECRET ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    storage: toStorageConfig(env),
    graceMs: graceMs ?? (demo ? demoGraceMs : productionGraceMs),
    sweepIntervalMs: env.SWEEP_INTERVAL_MS,
    urlVersion: env.URL_VERSION,
  }
}

function dropEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return Object.fromEntries(entries)
}

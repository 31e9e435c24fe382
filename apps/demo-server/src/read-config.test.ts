import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './read-config.ts'

const secret = 's'.repeat(32)

function problemsOf(env: Record<string, string>, argv: string[] = []): readonly string[] {
  try {
    readConfig({ env, argv })
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('runs a demo on embedded parts without a word of configuration', () => {
  const config = readConfig({ env: {}, argv: ['--demo'] })
  expect(config).toMatchObject({
    demo: true,
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: null,
    jwtSecret: null,
    storage: { kind: 'embedded', port: 4001, bucket: 'gallerist' },
    graceMs: 10_000,
    urlVersion: 'content',
  })
  expect(config.dataDir).toMatch(/[\\/]apps[\\/]demo-server[\\/]\.data$/)
  expect(readConfig({ env: { DEMO: '1' }, argv: [] })).toEqual(config)
})

test('keeps removed files for seven days outside a demo, unless told otherwise', () => {
  expect(readConfig({ env: { JWT_SECRET: secret }, argv: [] }).graceMs).toBe(7 * 24 * 3_600_000)
  expect(readConfig({ env: { JWT_SECRET: secret, GRACE_SECONDS: '0' }, argv: [] }).graceMs).toBe(0)
  expect(readConfig({ env: { GRACE_SECONDS: '3' }, argv: ['--demo'] }).graceMs).toBe(3000)
})

test('reports all problems at once, contradictions included', () => {
  const env = {
    PORT: 'http',
    S3_PORT: '70000',
    CORS_ORIGINS: 'https://a.example, b.example',
    DATABASE_URL: 'mysql://x',
    STORAGE: 'ftp',
    S3_ENDPOINT: 'minio:9000',
    LOG_LEVEL: 'loud',
    AWS_ACCESS_KEY_ID: 'id',
    GRACE_SECONDS: '-1',
    URL_VERSION: 'none',
    DEMO: 'yes',
  }
  expect(problemsOf(env, ['--fast'])).toEqual([
    '--fast is no argument; --demo is',
    'PORT is not a whole number',
    'CORS_ORIGINS is not an origin such as "https://photos.example"',
    'LOG_LEVEL is not one of silent, fatal, error, warn, info, debug, trace',
    'DEMO is not 1, true, 0 or false',
    'DATABASE_URL is not a postgres:// URL',
    'STORAGE is not one of s3, none',
    'S3_ENDPOINT is not an http(s) URL',
    'S3_PORT is not between 0 and 65535',
    'GRACE_SECONDS is not a whole number',
    'URL_VERSION is not one of content, updatedAt',
    'JWT_SECRET is missing; only a demo (--demo) makes one up',
    'S3_PORT is that of the embedded storage, but S3_ENDPOINT names another one',
    'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY go together',
  ])
})

test.for([
  ['a demo that others can reach', { HOST: '0.0.0.0', DEMO: '1' }, /HOST is "0\.0\.0\.0", but a demo/],
  ['an embedded storage that others shall reach', { HOST: '0.0.0.0', JWT_SECRET: secret }, /embedded storage/],
  ['a short secret', { JWT_SECRET: 'short' }, /JWT_SECRET has fewer than 32/],
  ['an endpoint without storage', { DEMO: '1', STORAGE: 'none', S3_ENDPOINT: 'http://s3' }, /STORAGE is none/],
  ['a public URL without an endpoint', { DEMO: '1', S3_PUBLIC_URL: 'http://cdn' }, /no S3_ENDPOINT behind it/],
  ['one port for two servers', { DEMO: '1', PORT: '4001' }, /PORT and S3_PORT are the same/],
] as const)('refuses %s', ([, env, problem]) => {
  expect(problemsOf(env)).toEqual([expect.stringMatching(problem)])
})

test('takes an empty variable for an absent one', () => {
  expect(readConfig({ env: { DATABASE_URL: '', S3_ENDPOINT: '' }, argv: ['--demo'] }).databaseUrl).toBeNull()
})

test('knows AWS from a compatible store', () => {
  const base = { JWT_SECRET: secret, AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key', S3_BUCKET: 'pics' }
  const compatible = readConfig({ env: { ...base, S3_ENDPOINT: 'http://10.0.0.1:9000/' }, argv: [] })
  expect(compatible.storage).toMatchObject({
    publicUrl: 'http://10.0.0.1:9000/pics',
    settings: { forcePathStyle: true, checksums: 'when-required', credentials: { accessKeyId: 'id' } },
  })
  const aws = readConfig({ env: { ...base, S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com' }, argv: [] })
  expect(aws.storage).toMatchObject({
    publicUrl: 'https://pics.s3.eu-central-1.amazonaws.com',
    settings: { forcePathStyle: false, checksums: 'when-supported' },
    mayReplaceSetup: false,
  })
})

test('lets the endpoint leave credentials to the SDK', () => {
  const env = { JWT_SECRET: secret, S3_ENDPOINT: 'http://s3', S3_ALIASES: 'https://old.example/, https://cdn.example' }
  expect(readConfig({ env, argv: [] }).storage).toMatchObject({
    settings: { credentials: undefined },
    aliases: ['https://old.example', 'https://cdn.example'],
  })
})

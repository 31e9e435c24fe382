import { endpoints } from '@gallerist/sdk/contract'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { createAccessTokens } from '../src/http/access-tokens.ts'
import { defineRoute } from '../src/http/route.ts'
import { ada, bearer, buildTestServer, root, secret, tokens } from './build-test-server.ts'

type Server = Awaited<ReturnType<typeof buildTestServer>>
const servers: Server[] = []

async function start(...parameters: Parameters<typeof buildTestServer>): Promise<Server> {
  const server = await buildTestServer(...parameters)
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const galleries = '/api/galleries'
const listGalleries = defineRoute(endpoints.listGalleries, async ({ user, log }) => {
  log.info({ user: user?.id ?? null }, 'seen')
  return { body: { items: [], nextCursor: null } }
})
const listObjects = defineRoute(endpoints.listStorageObjects, async () => ({ body: { items: [], nextCursor: null } }))

async function callWith(authorization: string | undefined, url = '/api/me') {
  const server = await start([listGalleries, listObjects])
  const answer = await server.inject({ url, headers: authorization === undefined ? {} : { authorization } })
  return { status: answer.statusCode, code: String(Object(answer.json())['code']) }
}

/** A token that is right in everything but what the test changes. */
function sign(change: { key?: string; alg?: string; issuer?: string; audience?: string; expiresAt?: number } = {}) {
  const { key = secret, alg = 'HS256', issuer = 'gallerist', audience = 'gallerist-api' } = change
  return new SignJWT({ name: 'Ada', role: 'editor' })
    .setProtectedHeader({ alg })
    .setSubject('ada')
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime(change.expiresAt ?? Math.floor(Date.now() / 1000) + 600)
    .sign(new TextEncoder().encode(key))
}

test('takes a token that is right', async () => {
  expect((await callWith(`Bearer ${await sign()}`)).status).toBe(200)
})

const refused: [name: string, token: () => string | Promise<string>][] = [
  ['another key', () => sign({ key: 'another secret of thirty-two bytes' })],
  ['another algorithm with the right key', () => sign({ alg: 'HS512' })],
  ['another issuer', () => sign({ issuer: 'somebody' })],
  ['another audience', () => sign({ audience: 'another-api' })],
  ['an end in the past', () => sign({ expiresAt: Math.floor(Date.now() / 1000) - 1 })],
  [
    'no signature (alg none)',
    () =>
      new UnsecuredJWT({ name: 'Ada', role: 'admin' })
        .setSubject('ada')
        .setIssuer('gallerist')
        .setAudience('gallerist-api')
        .setExpirationTime('1h')
        .encode(),
  ],
  ['a changed role', async () => swapPayload(await sign(), { role: 'admin' })],
  [
    'no subject',
    () =>
      new SignJWT({ name: 'Ada', role: 'editor' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('gallerist')
        .setAudience('gallerist-api')
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret)),
  ],
  [
    'no end',
    () =>
      new SignJWT({ name: 'Ada', role: 'editor' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject('ada')
        .setIssuer('gallerist')
        .setAudience('gallerist-api')
        .sign(new TextEncoder().encode(secret)),
  ],
  ['no sense', () => 'abc.def.ghi'],
]

function swapPayload(token: string, change: Record<string, unknown>): string {
  const [head, payload = '', signature] = token.split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...Object(claims), ...change })).toString('base64url')
  return [head, changed, signature].join('.')
}

test.for(refused)('refuses a token with %s', async ([, make]) => {
  expect(await callWith(`Bearer ${await make()}`)).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
})

test('refuses a user row without a token, and another scheme', async () => {
  expect(await callWith(undefined)).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
  expect(await callWith('Basic YWRhOng=')).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
})

test('lets anybody see what is public, but not under a token that does not hold', async () => {
  expect((await callWith(undefined, galleries)).status).toBe(200)
  expect((await callWith(`Bearer ${await sign()}`, galleries)).status).toBe(200)
  expect(await callWith(`Bearer ${await sign({ key: 'x'.repeat(32) })}`, galleries)).toMatchObject({ status: 401 })
})

test('keeps administrators apart', async () => {
  const url = '/api/storage/objects'
  expect(await callWith((await bearer(ada)).authorization, url)).toEqual({ status: 403, code: 'FORBIDDEN' })
  expect((await callWith((await bearer(root)).authorization, url)).status).toBe(200)
  expect(await callWith(undefined, url)).toMatchObject({ status: 401 })
})

test('refuses before it reads a body', async () => {
  const server = await start()
  const answer = await server.inject({
    method: 'POST',
    url: galleries,
    payload: '{"broken',
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.json()).toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('issues tokens that name their user and end when they say', async () => {
  const { token, expiresAt } = await tokens.issue(root, { lifeMs: 60_000 })
  expect(await tokens.verify(token)).toEqual(root)
  const claims = Object(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
  expect(new Date(claims.exp * 1000).toISOString()).toBe(expiresAt)
  await expect(createAccessTokens('y'.repeat(32)).verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

const post = { method: 'POST', url: '/api/demo/token', payload: { user: 'ada' } } as const

test('hands demo tokens to this machine', async () => {
  const server = await start()
  for (const host of ['127.0.0.1:4000', 'localhost:4000', '[::1]:4000']) {
    const answer = await server.inject({ ...post, headers: { host } })
    expect(answer.statusCode).toBe(201)
    const { token, user } = endpoints.createDemoToken.response.parse(answer.json())
    expect(await tokens.verify(token)).toEqual(user)
  }
  expect((await server.inject('/api/demo/users')).json()).toEqual({ items: [ada, root] })
  const unknown = await server.inject({ ...post, payload: { user: 'eve' } })
  expect(unknown.json()).toMatchObject({ code: 'USER_NOT_FOUND', status: 404 })
})

test.for([
  ['another machine', { remoteAddress: '192.168.1.5' }],
  ['a proxy that names another machine', { headers: { 'x-forwarded-for': '203.0.113.9' } }],
  ['a page whose host name was pointed here', { headers: { host: 'evil.example' } }],
] as const)('refuses demo tokens to %s', async ([, request]) => {
  const server = await start()
  expect((await server.inject({ ...post, ...request })).json()).toMatchObject({ code: 'FORBIDDEN', status: 403 })
})

test('has no demo routes outside a demo', async () => {
  const server = await start([], { demo: false })
  expect((await server.inject(post)).json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' })
  expect((await server.inject('/api/demo/users')).json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' })
})

test('never logs tokens or signatures', async () => {
  const log: string[] = []
  const server = await start([listGalleries], { log })
  const { authorization } = await bearer(ada)
  await server.inject({ url: `${galleries}?token=zzz-1&X-Amz-Signature=zzz-2&limit=1`, headers: { authorization } })
  server.log.info({
    headers: { authorization, 'idempotency-key': 'zzz-3' },
    token: 'zzz-4',
    upload: { fields: 'zzz-5' },
  })
  const written = log.join('')
  expect(written).toContain('X-Amz-Signature=[redacted]')
  expect(written).not.toContain('zzz')
  expect(written).not.toContain(authorization.slice(7, 40))
})

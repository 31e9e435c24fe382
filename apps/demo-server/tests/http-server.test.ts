import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request as send } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Endpoint, endpoints } from '@gallerist/sdk/contract'
import { afterEach, expect, test } from 'vitest'
import { defineRoute } from '../src/http/route.ts'
import { buildTestServer } from './build-test-server.ts'

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

test('refuses to start with a row that has no route, two, or is in no table', async () => {
  const { getMe } = endpoints
  const route = defineRoute(getMe, async ({ user }) => ({ body: user }))
  await expect(buildTestServer([route, route])).rejects.toThrow(/getMe has 2 routes/)
  const stranger = { ...getMe, path: '/api/you' } as const
  await expect(buildTestServer([defineRoute(stranger, async ({ user }) => ({ body: user }))])).rejects.toThrow(
    'GET /api/you is not in the endpoint table',
  )
  await expect(buildTestServer([], { routes: [route] })).rejects.toThrow(/saveGallery has no route/)
})

interface Operation {
  operationId: string
  security: unknown[]
  responses: Record<string, { description: string; content?: Record<string, unknown> }>
  requestBody?: { content: Record<string, unknown> }
}

test('documents every row: who may call it, and each code it answers with', async () => {
  const server = await start()
  const answer = await server.inject('/openapi.json')
  const document = answer.json<{
    openapi: string
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, unknown> }
  }>()
  expect(document.openapi).toBe('3.1.0')
  for (const [id, row] of Object.entries<Endpoint>(endpoints)) {
    const path = row.path.replaceAll(/:(\w+)/g, '{$1}')
    const operation = document.paths[path]?.[row.method.toLowerCase()]
    expect(operation?.operationId).toBe(id)
    expect(operation?.security.length).toBe(row.access === 'anyone' ? 2 : 1)
    const described = Object.values(operation?.responses ?? {}).map((response) => response.description)
    for (const code of row.errors) expect(described.join(', ')).toContain(code)
    if (row.multipart) expect(Object.keys(operation?.requestBody?.content ?? {})).toEqual(['multipart/form-data'])
  }
  expect(Object.keys(document.components.schemas)).toContain('Gallery')
  expect(JSON.stringify(document.paths['/api/galleries/{galleryId}']?.['get']?.responses['200'])).toContain(
    '#/components/schemas/Gallery',
  )
  expect((await server.inject('/docs/')).statusCode).toBe(200)
})

test('sends no page script of others, and pictures and forms only to the storage', async () => {
  const server = await start([], {
    security: { storageOrigins: ['https://bucket.example'], corsOrigins: [], rateLimitPerMinute: 10 },
  })
  const { headers } = await server.inject('/healthz')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'self' https://bucket.example")
  expect(policy).toMatch(/form-action 'self' https:\/\/bucket\.example/)
  expect(policy).toMatch(/img-src [^;]*https:\/\/bucket\.example/)
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('lets the pages of configured origins call, and no others', async () => {
  const security = { storageOrigins: [], corsOrigins: ['https://app.example'], rateLimitPerMinute: 10 }
  const server = await start([], { security })
  const ask = (origin: string) =>
    server.inject({
      method: 'OPTIONS',
      url: '/api/galleries',
      headers: { origin, 'access-control-request-method': 'PUT' },
    })
  const allowed = await ask('https://app.example')
  expect(allowed.headers['access-control-allow-origin']).toBe('https://app.example')
  expect(allowed.headers['access-control-allow-methods']).toContain('PUT')
  expect((await ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined()
})

test('says what it needs and does not reach', async () => {
  const server = await start([], {
    readiness: {
      database: async () => 1,
      storage: async () => {
        throw new Error('down at http://10.0.0.7')
      },
    },
  })
  expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' })
  const ready = await server.inject('/readyz')
  expect(ready.statusCode).toBe(503)
  expect(ready.json()).toEqual({ status: 'unavailable', checks: { database: 'ok', storage: 'failed' } })
  expect((await (await start()).inject('/readyz')).statusCode).toBe(200)
})

test('serves a built page: assets for ever, the page anew, and nothing beside it', async () => {
  const pageDir = await mkdtemp(join(tmpdir(), 'gallerist-page-'))
  await mkdir(join(pageDir, 'assets'))
  await writeFile(join(pageDir, 'index.html'), '<!doctype html><p>page')
  await writeFile(join(pageDir, 'assets/main-abc.js'), 'export {}')
  const server = await start([], { pageDir })
  const page = await server.inject('/')
  expect(page.body).toContain('<p>page')
  expect(page.headers['cache-control']).toBe('no-cache')
  const asset = await server.inject('/assets/main-abc.js')
  expect(asset.headers['cache-control']).toContain('immutable')
  expect(asset.headers['content-type']).toContain('javascript')
  expect((await server.inject('/../package.json')).json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' })
  expect((await server.inject('/api/nothing')).json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' })
  expect((await server.inject('/docs/')).statusCode).toBe(200)
  await rm(pageDir, { recursive: true })
})

test('ends the answers that run, then closes, also past connections that idle', async () => {
  const held = Promise.withResolvers<void>()
  const server = await buildTestServer()
  server.get('/slow', async (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-length': '2' }).write('a')
    await held.promise
    reply.raw.end('b')
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  // Browsers open connections in advance; one that never asks would hold the server for a minute.
  const silent = connect(Number(new URL(url).port), '127.0.0.1')
  await once(silent, 'connect')
  const agent = new Agent({ keepAlive: true })
  const begun = Promise.withResolvers<void>()
  const body = Promise.withResolvers<string>()
  const request = send(`${url}/slow`, { agent }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      begun.resolve()
    })
    response.on('end', () => body.resolve(text))
  })
  request.on('error', body.reject).end()
  await begun.promise
  const closed = server.close()
  held.resolve()
  expect(await body.promise).toBe('ab')
  await closed
  agent.destroy()
  silent.destroy()
})

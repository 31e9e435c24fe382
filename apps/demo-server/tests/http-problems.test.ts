import { endpoints, type Gallery, limits, problemSchema, readErrorDetails } from '@gallerist/sdk/contract'
import { afterEach, expect, test } from 'vitest'
import { DomainError } from '../src/domain/domain-error.ts'
import { defineRoute, type Route } from '../src/http/route.ts'
import { StorageError } from '../src/storage/object-storage.ts'
import { ada, bearer, buildTestServer } from './build-test-server.ts'

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

function throwing(error: Error): Route {
  return defineRoute(endpoints.getMe, async () => {
    throw error
  })
}

const galleryUrl = '/api/galleries/0b5c7a52-2d14-4bb4-9a3e-2f9c6b1d7a11'
const json = { 'content-type': 'application/json' }

test('answers a refusal of the domain with its code, status and facts', async () => {
  const server = await start([throwing(new DomainError('MEDIA_GONE', 'Gone.', { details: { mediaIds: ['m'] } }))])
  const answer = await server.inject({ url: '/api/me', headers: await bearer(ada) })
  expect(answer.statusCode).toBe(410)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const problem = problemSchema.parse(answer.json())
  expect(problem).toMatchObject({ code: 'MEDIA_GONE', status: 410, detail: 'Gone.', title: 'Media gone' })
  expect(readErrorDetails('MEDIA_GONE', problem)).toEqual({ mediaIds: ['m'] })
  expect(problem.instance).toBe(answer.headers['x-request-id'])
})

test('says nothing of an error that nobody foresaw, and logs it under the request id', async () => {
  const log: string[] = []
  const server = await start(
    [throwing(Object.assign(new Error('secret table "x"'), { statusCode: 400, code: '22P02' }))],
    { log },
  )
  const answer = await server.inject({ url: '/api/me', headers: await bearer(ada) })
  expect(answer.json()).toMatchObject({ code: 'INTERNAL', status: 500 })
  expect(answer.body).not.toContain('secret')
  expect(log.filter((line) => line.includes('secret table') && line.includes(answer.json().instance))).toHaveLength(1)
})

test('tells a storage that does not answer from an own failure', async () => {
  const server = await start([throwing(new StorageError('bucket internals'))])
  const answer = await server.inject({ url: '/api/me', headers: await bearer(ada) })
  expect(answer.json()).toMatchObject({ code: 'STORAGE_UNAVAILABLE', status: 503 })
  expect(answer.headers['retry-after']).toBe('2')
  expect(answer.body).not.toContain('internals')
})

test('names each field that is not valid', async () => {
  const server = await start()
  const answer = await server.inject({
    method: 'POST',
    url: '/api/uploads',
    headers: await bearer(ada),
    payload: { fileName: '', mime: 'text/html', sizeBytes: 1 },
  })
  expect(answer.statusCode).toBe(422)
  const details = readErrorDetails('VALIDATION_FAILED', answer.json())
  expect(details?.issues.map((issue) => issue.path)).toEqual(['body.fileName', 'body.mime'])
})

test('names a path parameter and a query field that are not valid', async () => {
  const server = await start()
  const param = await server.inject({ url: '/api/galleries/nope' })
  expect(readErrorDetails('VALIDATION_FAILED', param.json())?.issues[0]?.path).toBe('params.galleryId')
  const query = await server.inject({ url: '/api/galleries?limit=1000' })
  expect(readErrorDetails('VALIDATION_FAILED', query.json())?.issues[0]?.path).toBe('query.limit')
})

test.for([
  ['broken JSON', '{"title":', json, 'MALFORMED_REQUEST', 400],
  ['a body that poisons prototypes', '{"__proto__":{}}', json, 'MALFORMED_REQUEST', 400],
  ['no body where one is needed', '', json, 'VALIDATION_FAILED', 422],
  ['another content type', '<a/>', { 'content-type': 'text/xml' }, 'CONTENT_TYPE_UNSUPPORTED', 415],
  ['a body past the limit', `"${'x'.repeat(17 * 1024 * 1024)}"`, json, 'PAYLOAD_TOO_LARGE', 413],
] as const)('refuses %s', async ([, payload, headers, code, status]) => {
  const server = await start()
  const answer = await server.inject({
    method: 'POST',
    url: '/api/galleries',
    headers: { ...headers, ...(await bearer(ada)) },
    payload,
  })
  expect(answer.json()).toMatchObject({ code, status })
  expect(answer.statusCode).toBe(status)
})

test('answers an unknown route, a malformed URL and an unknown method with a problem', async () => {
  const server = await start()
  expect((await server.inject('/api/nothing?token=x')).json()).toMatchObject({
    code: 'ROUTE_NOT_FOUND',
    detail: 'There is no GET /api/nothing.',
  })
  expect((await server.inject('/api/%zz')).json()).toMatchObject({ code: 'MALFORMED_REQUEST', status: 400 })
  expect((await server.inject({ method: 'DELETE', url: '/api/me' })).json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' })
})

test('answers INTERNAL where a handler breaks the contract', async () => {
  const log: string[] = []
  const server = await start([], { log })
  const answer = await server.inject({ url: galleryUrl })
  expect(answer.json()).toMatchObject({ code: 'INTERNAL', status: 500 })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(log.join('')).toContain('match the schema')
})

test('leaves out what the response schema does not name', async () => {
  const leaky = defineRoute(endpoints.getMe, async ({ user }) => ({ body: { ...user, passwordHash: 'x' } }))
  const server = await start([leaky])
  const answer = await server.inject({ url: '/api/me', headers: await bearer(ada) })
  expect(answer.json()).toEqual(ada)
})

test('refuses calls past the limit, says when to come back, and counts them before it looks at a token', async () => {
  const security = { storageOrigins: [], corsOrigins: [], rateLimitPerMinute: 2 }
  const server = await start([], { security })
  const call = () => server.inject({ url: '/api/me', headers: { authorization: 'Bearer wrong' } })
  expect([(await call()).statusCode, (await call()).statusCode]).toEqual([401, 401])
  const answer = await call()
  expect(answer.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 })
  expect(readErrorDetails('RATE_LIMITED', answer.json())?.retryAfterMs).toBeGreaterThan(0)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await server.inject('/healthz')).statusCode).toBe(200)
})

const gallery: Gallery = {
  ...({ title: 'G', published: true, version: 4, items: [], createdAt: '', updatedAt: '' } as const),
  ...endpoints.getGallery.response.pick({ id: true, userId: true }).parse({ id: galleryUrl.slice(15), userId: 'ada' }),
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
}

function seeing(seen: unknown[]): Route {
  return defineRoute(endpoints.deleteGallery, async ({ baseVersion, idempotencyKey }) => {
    seen.push({ baseVersion, idempotencyKey })
    throw new DomainError('GALLERY_NOT_FOUND', 'Seen.')
  })
}

test('hands version and idempotency key to the handler', async () => {
  const seen: unknown[] = []
  const server = await start([seeing(seen)])
  const auth = await bearer(ada)
  await server.inject({ method: 'DELETE', url: galleryUrl, headers: auth })
  await server.inject({
    method: 'DELETE',
    url: galleryUrl,
    headers: { ...auth, 'if-match': '"12"', 'idempotency-key': 'k-1' },
  })
  expect(seen).toEqual([
    { baseVersion: null, idempotencyKey: null },
    { baseVersion: 12, idempotencyKey: 'k-1' },
  ])
})

test.for(['3', '*', 'W/"3"', '"0"', '"x"', '"1", "2"', '""'])('refuses If-Match: %s', async (value) => {
  const server = await start()
  const answer = await server.inject({
    method: 'PUT',
    url: galleryUrl,
    headers: { ...(await bearer(ada)), 'if-match': value },
    payload: {},
  })
  expect(answer.json()).toMatchObject({ code: 'VALIDATION_FAILED', status: 422 })
})

test('asks for the version where a save names none', async () => {
  const server = await start()
  const answer = await server.inject({ method: 'PUT', url: galleryUrl, headers: await bearer(ada), payload: {} })
  expect(answer.json()).toMatchObject({ code: 'PRECONDITION_REQUIRED', status: 428 })
})

test('refuses an idempotency key that is no plain word', async () => {
  const server = await start()
  const headers = { ...(await bearer(ada)), 'idempotency-key': 'a b' }
  const answer = await server.inject({ method: 'DELETE', url: galleryUrl, headers })
  expect(answer.json()).toMatchObject({ code: 'VALIDATION_FAILED' })
})

test('sends a gallery with its version as ETag, uncached and never as 304', async () => {
  const server = await start([
    defineRoute(endpoints.getGallery, async () => ({ body: gallery, etag: gallery.version })),
  ])
  const answer = await server.inject({ url: galleryUrl, headers: { 'if-none-match': '"4"' } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({ etag: '"4"', 'cache-control': 'no-store' })
  expect(answer.json()).toEqual(gallery)
})

const purposes: unknown[] = []
const uploadRoute = defineRoute(endpoints.uploadMediaForm, async ({ body, file }) => {
  purposes.push({ body, name: file.fileName, bytes: file.bytes.length })
  throw new DomainError('STORAGE_OFF', 'Seen.')
})

function toForm(parts: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.append(name, value)
  return form
}

async function postForm(form: FormData): Promise<unknown> {
  const server = await start([uploadRoute])
  const payload = new Response(form)
  const answer = await server.inject({
    method: 'POST',
    url: '/api/media',
    headers: { ...(await bearer(ada)), 'content-type': payload.headers.get('content-type') ?? '' },
    payload: Buffer.from(await payload.arrayBuffer()),
  })
  return answer.json()
}

test('reads a form: texts as they are, the rest as JSON, then the file', async () => {
  const attachTo = { contentType: 'cities.city', objectId: '42' }
  const file = new File(['abc'], 'ä.png')
  await postForm(toForm({ title: 'true', attachTo: JSON.stringify(attachTo), staged: 'false', file }))
  expect(purposes.splice(0)).toEqual([{ body: { title: 'true', attachTo, staged: false }, name: 'ä.png', bytes: 3 }])
})

test('refuses a form without its file, with an unknown field, or that is no form', async () => {
  expect(await postForm(toForm({ title: 'x' }))).toMatchObject({ code: 'VALIDATION_FAILED' })
  expect(await postForm(toForm({ nope: 'x', file: new File(['a'], 'a') }))).toMatchObject({ code: 'VALIDATION_FAILED' })
  const server = await start()
  const answer = await server.inject({ method: 'POST', url: '/api/media', headers: await bearer(ada), payload: {} })
  expect(answer.json()).toMatchObject({ code: 'CONTENT_TYPE_UNSUPPORTED' })
  expect(purposes).toEqual([])
})

test('refuses a form that is cut short', async () => {
  const server = await start([uploadRoute])
  const answer = await server.inject({
    method: 'POST',
    url: '/api/media',
    headers: { ...(await bearer(ada)), 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\n\r\nabc',
  })
  expect(answer.json()).toMatchObject({ code: 'MALFORMED_REQUEST' })
})

test('takes a file of exactly the limit and refuses one byte more', async () => {
  await postForm(toForm({ file: new File([new Uint8Array(limits.fileBytes)], 'a') }))
  expect(purposes.splice(0)).toMatchObject([{ bytes: limits.fileBytes }])
  const refused = await postForm(toForm({ file: new File([new Uint8Array(limits.fileBytes + 1)], 'a') }))
  expect(refused).toMatchObject({ code: 'FILE_TOO_LARGE', details: { limitBytes: limits.fileBytes } })
  expect(purposes).toEqual([])
})

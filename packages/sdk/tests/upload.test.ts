import axios from 'axios'
import { expect, onTestFinished, test } from 'vitest'
import { createGalleristClient, limits, type UploadProgress } from '../src/index.ts'
import { idOf, sampleMedia, samplePng, sampleReceipt, sampleTicket, sampleUpload } from './samples.ts'
import { problem, startServer, type Answer, type Reply, type SeenRequest } from './start-server.ts'
import { createInstantClock } from './test-clocks.ts'

const accepted: Answer = { status: 204, text: '' }

function refusal(status: number, code: string): Answer {
  return { status, text: `<Error><Code>${code}</Code><Message>no</Message><RequestId>B-7</RequestId></Error>` }
}

interface Script {
  /** Called when the bytes of a media are replaced. */
  readonly onReplace?: () => void
  readonly bucket?: (request: SeenRequest, index: number) => Reply
  readonly complete?: (index: number) => Reply
}

/** An API and a bucket of their own; tickets are numbered from 300. */
async function connect(script: Script = {}) {
  const { bucket = () => accepted, complete = () => ({ json: sampleUpload() }), onReplace } = script
  const store = await startServer(bucket)
  const count = { tickets: 0, completes: 0 }
  const api = await startServer(({ method, url }) => {
    if (url === '/api/uploads') return { status: 201, json: sampleTicket(store.url, 300 + count.tickets++) }
    if (url.endsWith('/complete')) return complete(count.completes++)
    if (method === 'PATCH') return { json: { ...sampleMedia(), title: 'New' } }
    onReplace?.()
    return { json: { media: sampleMedia(), receipt: sampleReceipt({ action: 'media-replaced' }) } }
  })
  const clock = createInstantClock()
  const client = createGalleristClient({ baseUrl: api.url, auth: () => 'TOKEN-SECRET', clock, random: () => 0 })
  return { client, api, store, clock }
}

test('gets a ticket, sends the form with the file last, and completes', async () => {
  const { client, api, store } = await connect()
  const done = await client.uploadMedia(samplePng('my pic.PNG'), { title: 'Sea', staged: true })
  expect(done).toEqual(sampleUpload())
  expect(api.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /api/uploads',
    `POST /api/uploads/${idOf(300)}/complete`,
  ])
  expect(JSON.parse(api.seen[0]?.body ?? '')).toEqual({ fileName: 'my pic.PNG', mime: 'image/png', sizeBytes: 64 })
  expect(JSON.parse(api.seen[1]?.body ?? '')).toEqual({ title: 'Sea', staged: true })
  const form = store.seen[0]?.body ?? ''
  expect([...form.matchAll(/; name="([^"]+)"/g)].map((match) => match[1])).toEqual([
    'key',
    'policy',
    'x-amz-signature',
    'file',
  ])
  expect(form).toMatch(/filename="my pic\.PNG"\r\nContent-Type: image\/png/)
})

test('gives the bucket nothing but the form, whatever the application does to axios', async () => {
  const { client, api, store } = await connect()
  const mine = axios.create({ baseURL: api.url, headers: { 'x-tenant': 'nine' } })
  const before = axios.defaults.headers.common
  axios.defaults.headers.common = { ...before, Authorization: 'Bearer GLOBAL-SECRET', Cookie: 'session=SECRET' }
  const interceptor = axios.interceptors.request.use((config) => {
    config.headers.set('x-global', 'yes')
    return config
  })
  onTestFinished(() => {
    axios.defaults.headers.common = before
    axios.interceptors.request.eject(interceptor)
  })
  await client.withOptions({ axios: mine }).uploadMedia(samplePng())
  expect(api.seen[0]?.headers).toMatchObject({ authorization: 'Bearer TOKEN-SECRET', 'x-tenant': 'nine' })
  const headers = Object.keys(store.seen[0]?.headers ?? {}).filter(
    (name) => !['host', 'connection', 'user-agent', 'accept', 'accept-encoding'].includes(name),
  )
  expect(headers.toSorted()).toEqual(['content-length', 'content-type'])
  expect(store.seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(store.seen[0]?.url).toBe('/')
})

test('reads the type from the bytes, not from what the file calls itself', async () => {
  const { client, api, store } = await connect()
  const lying = new File([samplePng()], 'photo.jpg', { type: 'text/html' })
  await client.uploadMedia(lying)
  expect(JSON.parse(api.seen[0]?.body ?? '')).toMatchObject({ mime: 'image/png' })
  expect(store.seen[0]?.body).not.toContain('text/html')
})

test.for([
  ['FILE_EMPTY', new File([], 'a.png')],
  ['FILE_TOO_LARGE', new File([new Uint8Array(limits.fileBytes + 1)], 'a.png')],
  ['FILE_TYPE_UNSUPPORTED', new File(['<svg/>'], 'a.png', { type: 'image/png' })],
] as const)('refuses with %s before anything is sent', async ([code, file]) => {
  const { client, api } = await connect()
  await expect(client.uploadMedia(file)).rejects.toMatchObject({ name: 'FileRefusedError', code, status: null })
  expect(api.seen).toEqual([])
})

test('refuses a purpose that contradicts itself before anything is sent', async () => {
  const { client, api } = await connect()
  const attachTo = { contentType: 'cities.city', objectId: '42' }
  await expect(client.uploadMedia(samplePng(), { staged: true, attachTo })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(api.seen).toEqual([])
})

test('reports its phases in order, and 100 % only once the server has answered', async () => {
  const told: UploadProgress[] = []
  let toldAtComplete = 0
  const { client } = await connect({
    complete: () => {
      toldAtComplete = told.length
      return { json: sampleUpload() }
    },
  })
  await client.uploadMedia(samplePng('a.png', 300_000), { onProgress: (progress) => told.push(progress) })
  const phases = told.map(({ phase }) => phase)
  expect(phases.filter((phase, index) => phase !== phases[index - 1])).toEqual([
    'preparing',
    'sending',
    'processing',
    'done',
  ])
  expect(told.findIndex(({ percent }) => percent === 100)).toBe(told.length - 1)
  expect(toldAtComplete).toBe(told.length - 1)
  expect(told.every(({ sentBytes, totalBytes }) => sentBytes <= totalBytes && totalBytes === 300_000)).toBe(true)
})

test('does not go back to sending where the transport tells of bytes too late', async () => {
  const told: UploadProgress[] = []
  let tellLate: (() => void) | undefined
  const client = createGalleristClient({
    baseUrl: 'https://api.example',
    transport: async ({ target, url, onUploadProgress }) => {
      if (target === 'bucket') {
        tellLate = () => onUploadProgress?.(64)
        return { status: 204, headers: {}, body: '' }
      }
      if (!url.endsWith('/complete')) {
        return { status: 201, headers: {}, body: JSON.stringify(sampleTicket('https://bucket.example')) }
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 200)
      })
      tellLate?.()
      return { status: 200, headers: {}, body: JSON.stringify(sampleUpload()) }
    },
  })
  await client.uploadMedia(samplePng(), { onProgress: (progress) => told.push(progress) })
  expect(told.map(({ phase }) => phase)).toEqual(['preparing', 'sending', 'processing', 'done'])
})

test('never says done where the server refuses the bytes', async () => {
  const told: UploadProgress[] = []
  const { client } = await connect({ complete: () => problem(422, 'FILE_UNREADABLE') })
  const onProgress = (progress: UploadProgress) => told.push(progress)
  await expect(client.uploadMedia(samplePng(), { onProgress })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  expect(told.some(({ phase, percent }) => phase === 'done' || percent === 100)).toBe(false)
})

test('gets another ticket where the bucket says that this one ran out', async () => {
  const { client, api, store } = await connect({
    bucket: ({ body }) => (body.includes(idOf(300)) ? refusal(403, 'AccessDenied') : accepted),
  })
  await client.uploadMedia(samplePng(), { idempotencyKey: 'act' })
  expect(store.seen).toHaveLength(2)
  expect(api.seen.map(({ url, headers }) => [url, headers['idempotency-key']])).toEqual([
    ['/api/uploads', 'act.ticket.1'],
    ['/api/uploads', 'act.ticket.2'],
    [`/api/uploads/${idOf(301)}/complete`, 'act.complete.2'],
  ])
})

test('asks for another ticket once only', async () => {
  const { client, store } = await connect({ bucket: () => refusal(403, 'AccessDenied') })
  const refused = client.uploadMedia(samplePng())
  await expect(refused).rejects.toMatchObject({
    name: 'UploadRejectedError',
    code: 'UPLOAD_REJECTED',
    status: 403,
    requestId: 'B-7',
    retryable: false,
    details: { bucketCode: 'AccessDenied' },
  })
  expect(store.seen).toHaveLength(2)
})

test('starts over where the upload had run out when it was completed', async () => {
  const { client, store } = await connect({
    complete: (index) => (index === 0 ? problem(410, 'UPLOAD_EXPIRED') : { json: sampleUpload(301) }),
  })
  await expect(client.uploadMedia(samplePng())).resolves.toEqual(sampleUpload(301))
  expect(store.seen).toHaveLength(2)
})

test('sends the bytes again with the same ticket where the connection was cut', async () => {
  const { client, api, store } = await connect({ bucket: (_, index) => (index === 0 ? 'cut' : accepted) })
  await expect(client.uploadMedia(samplePng())).resolves.toEqual(sampleUpload())
  expect(store.seen).toHaveLength(2)
  expect(api.seen).toHaveLength(2)
})

test.for([
  [400, 'EntityTooLarge', 'FILE_TOO_LARGE', 1],
  [413, 'Whatever', 'FILE_TOO_LARGE', 1],
  [400, 'InvalidPolicyDocument', 'UPLOAD_REJECTED', 1],
  [503, 'SlowDown', 'UPLOAD_REJECTED', 3],
  [400, 'RequestTimeout', 'UPLOAD_REJECTED', 3],
] as const)('answers %i %s of the bucket with %s after %i attempts', async ([status, bucketCode, code, attempts]) => {
  const { client, store } = await connect({ bucket: () => refusal(status, bucketCode) })
  await expect(client.uploadMedia(samplePng())).rejects.toMatchObject({ code, status })
  expect(store.seen).toHaveLength(attempts)
})

test('waits while the server is still at work on the bytes', async () => {
  const { client, store } = await connect({
    complete: (index) => (index < 4 ? problem(409, 'UPLOAD_IN_PROGRESS') : { json: sampleUpload() }),
  })
  await expect(client.uploadMedia(samplePng())).resolves.toEqual(sampleUpload())
  expect(store.seen).toHaveLength(1)
})

test('completes again where the answer was lost, with the same key and without sending the bytes again', async () => {
  const { client, api, store } = await connect({
    complete: (index) => (index === 0 ? 'cut' : { json: sampleUpload() }),
  })
  await client.uploadMedia(samplePng())
  const completes = api.seen.filter(({ url }) => url.endsWith('/complete'))
  expect(new Set(completes.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(completes).toHaveLength(2)
  expect(store.seen).toHaveLength(1)
})

test('is aborted while the bytes are on their way, and completes nothing', async () => {
  const controller = new AbortController()
  const { client, api, store } = await connect({
    bucket: () => {
      controller.abort()
      return 'hang'
    },
  })
  await expect(client.uploadMedia(samplePng(), { signal: controller.signal })).rejects.toMatchObject({
    code: 'ABORTED',
  })
  expect(store.seen).toHaveLength(1)
  expect(api.seen).toHaveLength(1)
})

test('tells neither token nor signature when the bucket cannot be reached', async () => {
  const { client } = await connect({ bucket: () => 'cut' })
  const error: unknown = await client.uploadMedia(samplePng()).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'NetworkError' })
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null
  const told = [error, cause].map((part) => JSON.stringify(part, Object.getOwnPropertyNames(part))).join('')
  expect(told).not.toMatch(/SECRET/)
})

test('stages new bytes, changes the texts and replaces last', async () => {
  const told: UploadProgress[] = []
  const toldBefore: UploadProgress[] = []
  const { client, api } = await connect({ onReplace: () => toldBefore.push(...told) })
  const { media, receipt } = await client.updateMedia(idOf(1), {
    title: 'New',
    file: samplePng(),
    onProgress: (progress) => told.push(progress),
  })
  expect(media.id).toBe(idOf(1))
  expect(receipt?.action).toBe('media-replaced')
  expect(api.seen.map(({ method, url }) => `${method} ${url}`).slice(1)).toEqual([
    `POST /api/uploads/${idOf(300)}/complete`,
    `PATCH /api/media/${idOf(1)}`,
    `PUT /api/media/${idOf(1)}/file`,
  ])
  expect(JSON.parse(api.seen[1]?.body ?? '')).toEqual({ staged: true })
  expect(toldBefore.map(({ phase }) => phase)).toContain('processing')
  expect(toldBefore.map(({ phase }) => phase)).not.toContain('done')
  expect(told.at(-1)).toMatchObject({ phase: 'done', percent: 100 })
})

test('changes nothing of a media whose new bytes are no picture', async () => {
  const { client, api } = await connect()
  const file = new File(['text'], 'a.txt')
  await expect(client.updateMedia(idOf(1), { title: 'New', file })).rejects.toMatchObject({
    code: 'FILE_TYPE_UNSUPPORTED',
  })
  expect(api.seen).toEqual([])
})

test('changes texts without a receipt, and only what was given', async () => {
  const { client, api } = await connect()
  const { receipt } = await client.updateMedia(idOf(1), { title: 'New', altText: undefined })
  expect(receipt).toBeNull()
  expect(api.seen.map(({ method, body }) => [method, body])).toEqual([['PATCH', '{"title":"New"}']])
  await expect(client.updateMedia(idOf(1), { title: undefined })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

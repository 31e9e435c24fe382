import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endpoints, type Gallery, type Media } from '@gallerist/sdk/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')
const running = new Set<ChildProcess>()
let dataDir: string

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// One folder for all of them: only the first start draws the demo's pictures.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gallerist-demo-'))
})

afterEach(() => Promise.all([...running].map((child) => end(child, 'SIGTERM'))))

afterAll(() => rm(dataDir, { recursive: true, force: true }))

function startProcess(env: Record<string, string>, args: string[] = ['--demo']): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', S3_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running.delete(child)
  const exited = once(child, 'exit')
  child.kill(signal)
  const [code] = await exited
  return code
}

/** Starts the demo as people do, and waits for the line that tells where it runs. */
async function startDemo(env: Record<string, string> = {}): Promise<{ child: ChildProcess; url: string }> {
  const child = startProcess({ GRACE_SECONDS: '0', ...env })
  if (child.stdout === null) throw new Error('no output')
  child.stderr?.pipe(process.stderr)
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /runs at (http:\S+)/.exec(line)?.[1]
    if (url !== undefined) return { child, url }
  }
  throw new Error('The demo ended before it said where it runs.')
}

async function signIn(url: string) {
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
    const json: unknown = JSON.parse(text)
    return json
  }
  const { token } = endpoints.createDemoToken.response.parse(await call('POST', '/api/demo/token', { user: 'ada' }))
  const authorization = `Bearer ${token}`
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(method, path, body, { authorization, ...headers })
}

type Call = Awaited<ReturnType<typeof signIn>>

/** Straight to the bucket, as browsers do. */
async function upload(call: Call): Promise<Media> {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  const file = new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' })
  const body = { fileName: file.name, mime: file.type, sizeBytes: file.size }
  const ticket = endpoints.createUpload.response.parse(await call('POST', '/api/uploads', body))
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append('file', file)
  expect((await fetch(ticket.url, { method: 'POST', body: form })).status).toBe(204)
  const completed = await call('POST', `/api/uploads/${ticket.uploadId}/complete`, { staged: true })
  return endpoints.completeUpload.response.parse(completed).media
}

function save(call: Call, gallery: Gallery, media: Media[]) {
  const items = media.map(({ id }) => ({ mediaId: id }))
  return call('PUT', `/api/galleries/${gallery.id}`, { items }, { 'if-match': `"${gallery.version}"` }).then((json) =>
    endpoints.saveGallery.response.parse(json),
  )
}

test('removes a picture from storage once a save drops it, and stops cleanly', async () => {
  const { child, url } = await startDemo()
  const call = await signIn(url)
  const [kept, dropped] = [await upload(call), await upload(call)]
  const created = endpoints.createGallery.response.parse(await call('POST', '/api/galleries', { title: 'G' }))
  const { gallery } = await save(call, created, [kept, dropped])
  expect((await fetch(dropped.urls.original)).status).toBe(200)
  const { receipt } = await save(call, gallery, [kept])
  const outcomes = async () => {
    const json = await call('GET', `/api/deletions/${receipt.id}`)
    return endpoints.getDeletion.response.parse(json).files.map((file) => [file.mediaId, file.outcome])
  }
  await vi.waitFor(async () => expect(await outcomes()).toEqual([[dropped.id, 'deleted']]), 60_000)
  const gone = [dropped.urls.original, ...dropped.urls.thumbnails.map((thumbnail) => thumbnail.url)]
  expect(await Promise.all(gone.map(async (address) => (await fetch(address)).ok))).toEqual([false, false, false])
  expect((await fetch(kept.urls.original)).status).toBe(200)
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
})

test('goes on where it was after it was killed', async () => {
  const first = await startDemo()
  const call = await signIn(first.url)
  const media = await upload(call)
  const created = endpoints.createGallery.response.parse(await call('POST', '/api/galleries', { title: 'G' }))
  await save(call, created, [media])
  await end(first.child, 'SIGKILL')
  const second = await startDemo()
  const again = await signIn(second.url)
  const gallery = endpoints.getGallery.response.parse(await again('GET', `/api/galleries/${created.id}`))
  const [item] = gallery.items
  expect(item).toMatchObject({ kind: 'media', media: { id: media.id } })
  const address = item?.kind === 'media' ? item.media.urls.original : ''
  expect((await fetch(address)).status).toBe(200)
})

test('refuses a second demo on the same data, and leaves the first alone', async () => {
  const { url } = await startDemo()
  const second = startProcess({})
  const said: string[] = []
  second.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(second, 'close')
  running.delete(second)
  expect(code).toBe(1)
  expect(said.join('')).toContain('is in use by process')
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('tells everything that is wrong with its configuration, and starts nothing', async () => {
  const untouched = join(dataDir, 'untouched')
  const child = startProcess({ GRACE_SECONDS: 'soon', LOG_LEVEL: 'loud', DATA_DIR: untouched }, [])
  const said: string[] = []
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'close')
  running.delete(child)
  expect(code).toBe(1)
  for (const name of ['GRACE_SECONDS', 'LOG_LEVEL', 'JWT_SECRET']) expect(said.join('')).toContain(`- ${name} is`)
  expect(existsSync(untouched)).toBe(false)
})

test('runs without storage: uploads are refused, the rest works', async () => {
  const { url } = await startDemo({ STORAGE: 'none' })
  const call = await signIn(url)
  const created = endpoints.createGallery.response.parse(await call('POST', '/api/galleries', { title: 'G' }))
  expect((await save(call, created, [])).gallery.version).toBeGreaterThanOrEqual(created.version)
  const body = { fileName: 'a.png', mime: 'image/png', sizeBytes: 10 }
  await expect(call('POST', '/api/uploads', body)).rejects.toThrow('STORAGE_OFF')
})

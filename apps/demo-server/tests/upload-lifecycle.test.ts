import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CreateUploadBody, UploadId, UploadTicket } from '@gallerist/sdk/contract'
import { completeUpload } from '../src/domain/complete-upload.ts'
import { updateMedia } from '../src/domain/manage-media.ts'
import { toMedia } from '../src/domain/to-media.ts'
import { uploadForm } from '../src/domain/upload-form.ts'
import { createUpload, renewUpload } from '../src/domain/uploads.ts'
import { readMedia } from '../src/db/media.ts'
import { isRealStore } from './fixture/start-bucket.ts'
import { ada, ben, keysOf, startLifecycle, type Lifecycle } from './fixture/start-lifecycle.ts'

const onOurStore = test.skipIf(isRealStore) // a real store cannot be told to fail

let app: Lifecycle
beforeAll(async () => {
  app = await startLifecycle({ graceMs: 600_000 })
})
afterEach(() => app.store.heal())
afterAll(() => app.stop())

const body: CreateUploadBody = { fileName: 'boat.png', mime: 'image/png', sizeBytes: 4 }
const ask = () => createUpload(app.deps, { user: ada, body, idempotencyKey: null })
const complete = (uploadId: UploadId) => completeUpload(app.deps, { user: ada, uploadId, purpose: { staged: true } })

async function send(ticket: UploadTicket, text: string): Promise<number> {
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append('file', new Blob([text], { type: 'image/png' }))
  return (await fetch(ticket.url, { method: 'POST', body: form })).status
}

const incomingKey = (ticket: UploadTicket) => `incoming/${ticket.uploadId}`

test('takes the bytes from the incoming side to final keys, and leaves nothing behind there', async () => {
  const ticket = await ask()
  expect(await send(ticket, 'boat')).toBeLessThan(300)
  expect(await app.listKeys()).toContain(incomingKey(ticket))
  const { media } = await complete(ticket.uploadId)
  await app.sweep()
  expect(await app.listKeys()).not.toContain(incomingKey(ticket))
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(media)))
})

test('removes what a valid ticket brings after completion, when its time is over', async () => {
  const ticket = await ask()
  await send(ticket, 'boat')
  await complete(ticket.uploadId)
  await app.sweep()
  await send(ticket, 'late')
  expect(await app.listKeys()).toContain(incomingKey(ticket))
  const looks = await app.deps.database.query(
    `update purges set look_again_at = clock_timestamp() where object_key = $1 and look_again_at < now() + interval '2 h' returning id`,
    [incomingKey(ticket)],
  )
  expect(looks).toHaveLength(1)
  await app.sweep()
  expect(await app.listKeys()).not.toContain(incomingKey(ticket))
})

test('removes an upload that was never completed, when its time is over', async () => {
  const ticket = await ask()
  await send(ticket, 'boat')
  await app.sweep()
  expect(await app.listKeys()).toContain(incomingKey(ticket))
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).not.toContain(incomingKey(ticket))
})

test('takes no more bytes and no other type than the ticket says', async () => {
  const ticket = await ask()
  expect(await send({ ...ticket, fields: { ...ticket.fields, key: 'media/x' } }, 'boat')).toBe(403)
  const typed = { ...ticket.fields, 'Content-Type': 'text/html' }
  expect(await send({ ...ticket, fields: typed }, 'boat')).toBe(403)
})

test('removes refused bytes at once, and refuses them again with the same words', async () => {
  const ticket = await ask()
  await app.deps.storage?.write(incomingKey(ticket), Buffer.alloc(0), {
    mime: 'image/png',
    signal: AbortSignal.timeout(5000),
  })
  await expect(complete(ticket.uploadId)).rejects.toMatchObject({ code: 'FILE_EMPTY' })
  await app.sweep()
  expect(await app.listKeys()).not.toContain(incomingKey(ticket))
  await expect(complete(ticket.uploadId)).rejects.toMatchObject({ code: 'FILE_EMPTY' })
})

test('knows every object from before it exists: a row for each key', async () => {
  const ticket = await ask()
  await send(ticket, 'boat')
  await complete(ticket.uploadId)
  const rows = await app.deps.database.query<{ key: string }>(
    `select unnest(original_key || array(select v ->> 'key' from jsonb_array_elements(variants) v)) as key from files
       union select object_key from purges where done_at is null or look_again_at is not null`,
  )
  const known = new Set(rows.map((row) => row.key))
  expect((await app.listKeys()).filter((key) => !known.has(key))).toEqual([])
})

onOurStore('lets an upload be completed again after storage failed, and forgets the half-written file', async () => {
  const ticket = await ask()
  await send(ticket, 'boat')
  const before = await app.listKeys()
  app.store.spoil(({ operation, key }) =>
    operation === 'PutObject' && key.endsWith('w320.webp') ? { status: 503, code: 'SlowDown' } : 'pass',
  )
  await expect(complete(ticket.uploadId)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
  const half = (await app.listKeys()).filter((key) => !before.includes(key))
  expect(half).toHaveLength(1)
  app.store.heal()
  const { media } = await complete(ticket.uploadId)
  await app.save(await app.gallery(), [{ mediaId: media.id }])
  await app.passTime()
  await app.sweep()
  expect(await app.listKeys()).not.toContain(half[0])
  expect(await app.listKeys()).toEqual(expect.arrayContaining(keysOf(media)))
})

onOurStore('purges no file before its write deadline', async () => {
  const ticket = await ask()
  await send(ticket, 'boat')
  app.store.spoil(({ operation, key }) =>
    operation === 'PutObject' && key.endsWith('w960.webp') ? 'connection-lost' : 'pass',
  )
  await expect(complete(ticket.uploadId)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
  app.store.heal()
  await app.deps.database.query(`delete from files where verified_at is null`)
  const deletes = app.store.calls.filter((call) => call.operation === 'DeleteObjects').length
  await app.sweep()
  expect(app.store.calls.filter((call) => call.operation === 'DeleteObjects').length).toBe(deletes)
  await app.passTime()
  await app.sweep()
  expect(app.store.calls.filter((call) => call.operation === 'DeleteObjects').length).toBeGreaterThan(deletes)
})

test('renews the lease of a staged upload until something uses it', async () => {
  const upload = await app.upload('leased')
  await app.deps.database.query(`update media set due_at = clock_timestamp() + interval '1 min' where id = $1`, [
    upload.media.id,
  ])
  const renewed = await renewUpload(app.deps, { user: ada, uploadId: upload.uploadId })
  expect(Date.parse(renewed.leaseExpiresAt)).toBeGreaterThan(Date.now() + 3_600_000)
  await app.save(await app.gallery(), [{ mediaId: upload.media.id }])
  const again = renewUpload(app.deps, { user: ada, uploadId: upload.uploadId })
  await expect(again).rejects.toMatchObject({ code: 'UPLOAD_ALREADY_USED' })
})

test('changes ?v= with the bytes only, unless URL_VERSION says updatedAt', async () => {
  const { media } = await app.upload('versions', {})
  const changed = await updateMedia(
    app.deps.database,
    { user: ada, mediaId: media.id, body: { altText: 'A boat' } },
    app.deps.rules,
  )
  expect(changed.urls).toEqual(media.urls)
  expect(Date.parse(changed.updatedAt)).toBeGreaterThanOrEqual(Date.parse(media.updatedAt))
  const [row] = await readMedia(app.deps.database, [media.id])
  const following = row && toMedia(row, { ...app.deps.rules, urlVersion: 'updatedAt' })
  expect(following?.urls.original).toBe(media.urls.original.replace('?v=1', `?v=${Date.parse(changed.updatedAt)}`))
  expect(following?.contentVersion).toBe(1)
})

test('answers a form that is sent again with its media, and refuses another file or purpose under its key', async () => {
  const request = { user: ada, bytes: Buffer.from('one'), fileName: 'one.png', purpose: {}, idempotencyKey: 'form' }
  const first = await uploadForm(app.deps, request)
  expect(await uploadForm(app.deps, request)).toEqual(first)
  const others = [{ bytes: Buffer.from('two') }, { fileName: 'two.png' }, { purpose: { staged: true } }]
  for (const other of others) {
    const again = uploadForm(app.deps, { ...request, ...other })
    await expect(again).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  }
  expect((await uploadForm(app.deps, { ...request, user: ben })).media.userId).toBe('ben')
})

test('leaves out of a file name what no database keeps', async () => {
  expect((await app.upload('nul\0')).media.fileName).toBe('nul.png')
})

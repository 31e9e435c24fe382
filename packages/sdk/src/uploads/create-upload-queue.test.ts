import { expect, onTestFinished, test, vi } from 'vitest'
import { deepFreeze } from '../../tests/deep-freeze.ts'
import { samplePng, sampleUpload } from '../../tests/samples.ts'
import { createScriptedUploadClient } from '../../tests/scripted-upload-client.ts'
import { createManualClock, settle } from '../../tests/test-clocks.ts'
import { ApiError } from '../errors/api-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { createUploadQueue } from './create-upload-queue.ts'

function start(options: { concurrency?: number; deaf?: boolean } = {}) {
  const scripted = createScriptedUploadClient(options)
  const clock = createManualClock()
  const queue = createUploadQueue({ client: scripted.client, clock, concurrency: options.concurrency })
  // Whoever changes a snapshot in place fails.
  queue.subscribe(() => deepFreeze(queue.getSnapshot()))
  const phases = () => queue.getSnapshot().map(({ phase }) => phase)
  const addMany = (count: number) => Array.from({ length: count }, (_, index) => queue.add(samplePng(`${index}.png`)))
  return { ...scripted, clock, queue, phases, addMany }
}

const cut = new NetworkError('cut')
const refused = new ApiError({
  code: 'FILE_UNREADABLE',
  message: 'no picture',
  status: 422,
  requestId: null,
  retryable: false,
})

test('runs four at once, and asks for a ticket only when there is a slot', async () => {
  const { started, phases, addMany } = start()
  addMany(6)
  await settle()
  expect(started).toHaveLength(4)
  expect(phases()).toEqual(['preparing', 'preparing', 'preparing', 'preparing', 'queued', 'queued'])
  started[2]?.finish()
  await settle()
  expect(started).toHaveLength(5)
  expect(phases()[2]).toBe('done')
})

test('stages a file unless told otherwise', async () => {
  const { queue, started } = start()
  queue.add(samplePng())
  queue.add(samplePng(), { title: 'Sea', attachTo: { contentType: 'cities.city', objectId: '42' } })
  await settle()
  expect(started[0]?.options).toMatchObject({ staged: true })
  expect(started[1]?.options).toMatchObject({ title: 'Sea', attachTo: { objectId: '42' } })
  expect(started[1]?.options).not.toHaveProperty('staged')
})

test('lets the others go on when one fails', async () => {
  const { started, phases, addMany } = start({ concurrency: 2 })
  addMany(3)
  await settle()
  started[0]?.fail(refused)
  await settle()
  started[1]?.finish()
  started[2]?.finish()
  await settle()
  expect(phases()).toEqual(['failed', 'done', 'done'])
})

test('keeps the file and the reason of a failure, and starts over under the same key', async () => {
  const { queue, started } = start()
  const file = samplePng()
  const key = queue.add(file)
  await settle()
  started[0]?.fail(cut)
  await expect(queue.settled(key)).resolves.toMatchObject({ key, file, phase: 'failed', error: cut })
  queue.retry(key)
  await settle()
  started[1]?.finish()
  await expect(queue.settled(key)).resolves.toMatchObject({ key, phase: 'done', result: sampleUpload(), error: null })
})

test('retries an act that may have happened under its name, and a refused one under another', async () => {
  const { queue, started } = start()
  const key = queue.add(samplePng())
  await settle()
  started[0]?.fail(cut)
  await queue.settled(key)
  queue.retry(key)
  await settle()
  started[1]?.fail(refused)
  await queue.settled(key)
  queue.retry(key)
  await settle()
  const keys = started.map(({ options }) => options.idempotencyKey)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('shows progress, but done only with the result', async () => {
  const { queue, started } = start()
  queue.add(samplePng('a.png', 100))
  await settle()
  started[0]?.options.onProgress({ phase: 'sending', sentBytes: 40, totalBytes: 100, percent: 39 })
  expect(queue.getSnapshot()[0]).toMatchObject({ phase: 'sending', sentBytes: 40 })
  started[0]?.options.onProgress({ phase: 'done', sentBytes: 100, totalBytes: 100, percent: 100 })
  expect(queue.getSnapshot()[0]).toMatchObject({ phase: 'processing', result: null })
})

test('gives one snapshot until something changes', async () => {
  const { queue } = start()
  queue.add(samplePng())
  const before = queue.getSnapshot()
  expect(queue.getSnapshot()).toBe(before)
  queue.retry('unknown')
  queue.forget('unknown')
  await queue.cancel('unknown')
  expect(queue.getSnapshot()).toBe(before)
})

test('cancels what runs, and resolves when it has stopped', async () => {
  const { queue, started, phases } = start()
  const key = queue.add(samplePng())
  await settle()
  const cancelled = queue.cancel(key)
  expect(started[0]?.options.signal.aborted).toBe(true)
  await cancelled
  expect(phases()).toEqual(['cancelled'])
})

test('cancels what waits without ever starting it', async () => {
  const { queue, started, phases, addMany } = start({ concurrency: 1 })
  const [, second = ''] = addMany(2)
  await queue.cancel(second)
  await settle()
  started[0]?.finish()
  await settle()
  expect(phases()).toEqual(['done', 'cancelled'])
  expect(started).toHaveLength(1)
})

test('cancels right after adding, before anything is sent', async () => {
  const { queue, started, phases } = start()
  await queue.cancel(queue.add(samplePng()))
  expect(phases()).toEqual(['cancelled'])
  expect(started).toEqual([])
})

test('leaves what is done alone when it is cancelled', async () => {
  const { queue, started, phases } = start()
  const key = queue.add(samplePng())
  await settle()
  started[0]?.finish()
  await queue.settled(key)
  await queue.cancel(key)
  expect(phases()).toEqual(['done'])
})

test('counts a staged upload that was cancelled too late as cancelled, and an attached one as done', async () => {
  const { queue, started, phases } = start({ deaf: true })
  const staged = queue.add(samplePng())
  const attached = queue.add(samplePng(), { attachTo: { contentType: 'cities.city', objectId: '42' } })
  await settle()
  const both = Promise.all([queue.cancel(staged), queue.cancel(attached)])
  started[0]?.finish()
  started[1]?.finish()
  await both
  expect(phases()).toEqual(['cancelled', 'done'])
})

test('sends a cancelled file after all', async () => {
  const { queue, started } = start()
  const key = queue.add(samplePng())
  await settle()
  await queue.cancel(key)
  queue.retry(key)
  await settle()
  started[1]?.finish()
  await expect(queue.settled(key)).resolves.toMatchObject({ phase: 'done' })
})

test('retries a cancelled act, which may have happened, under its name', async () => {
  const { queue, started } = start()
  const key = queue.add(samplePng(), { attachTo: { contentType: 'cities.city', objectId: '42' } })
  await settle()
  await queue.cancel(key)
  queue.retry(key)
  await settle()
  const [first, second] = started.map(({ options }) => options.idempotencyKey)
  expect(second).toBe(first)
})

test('hears nothing more of an attempt that has ended', async () => {
  const { queue, started, phases } = start()
  const key = queue.add(samplePng())
  await settle()
  started[0]?.fail(cut)
  await queue.settled(key)
  started[0]?.options.onProgress({ phase: 'sending', sentBytes: 40, totalBytes: 64, percent: 39 })
  expect(phases()).toEqual(['failed'])
})

test('goes on where a listener throws, and reports what it threw', async () => {
  const report = vi.fn<(error: unknown) => void>()
  vi.stubGlobal('reportError', report)
  onTestFinished(() => void vi.unstubAllGlobals())
  const { queue, started, phases } = start({ concurrency: 1 })
  const defect = new Error('listener')
  queue.subscribe(() => {
    throw defect
  })
  queue.add(samplePng('a.png'))
  queue.add(samplePng('b.png'))
  await settle()
  started[0]?.finish()
  await settle()
  expect(phases()).toEqual(['done', 'preparing'])
  expect(report).toHaveBeenCalledWith(defect)
})

test('forgets an upload, stops it, and gives its slot to the next', async () => {
  const { queue, started, addMany } = start({ concurrency: 1 })
  const [first = '', second = ''] = addMany(2)
  await settle()
  queue.forget(first)
  await settle()
  expect(started[0]?.options.signal.aborted).toBe(true)
  expect(queue.getSnapshot().map(({ key }) => key)).toEqual([second])
  expect(started).toHaveLength(2)
  await expect(queue.settled(first)).resolves.toBeNull()
})

test('stays within its slots when a listener adds files', async () => {
  const { queue, started, phases } = start({ concurrency: 1 })
  const stop = queue.subscribe(() => {
    if (!phases().includes('preparing')) return
    stop()
    queue.add(samplePng('late.png'))
  })
  queue.add(samplePng('early.png'))
  await settle()
  expect(phases()).toEqual(['preparing', 'queued'])
  expect(started).toHaveLength(1)
})

test('goes on when nobody listens any more', async () => {
  const { queue, started, phases } = start()
  const stop = queue.subscribe(() => undefined)
  const letGo = queue.keepAlive()
  queue.add(samplePng())
  stop()
  letGo()
  await settle()
  expect(started[0]?.options.signal.aborted).toBe(false)
  started[0]?.finish()
  await settle()
  expect(phases()).toEqual(['done'])
})

test('sends later attempts through the client that replaced the first', async () => {
  const { queue, started } = start()
  const other = createScriptedUploadClient()
  queue.replaceClient(other.client)
  queue.add(samplePng())
  await settle()
  expect([started.length, other.started.length]).toEqual([0, 1])
})

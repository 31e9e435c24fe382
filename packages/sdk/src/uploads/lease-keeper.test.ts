import { expect, test } from 'vitest'
import { samplePng, sampleUpload } from '../../tests/samples.ts'
import { createScriptedUploadClient } from '../../tests/scripted-upload-client.ts'
import { createManualClock, settle, startMs } from '../../tests/test-clocks.ts'
import type { ErrorCode, UploadLease } from '../contract/index.ts'
import { ApiError } from '../errors/api-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { createUploadQueue } from './create-upload-queue.ts'

const hourMs = 3_600_000

function leaseUntil(atMs: number): UploadLease {
  return { ...sampleUpload(300), leaseExpiresAt: new Date(atMs).toISOString() }
}

function refusal(code: ErrorCode, status: number): () => never {
  return () => {
    throw new ApiError({ code, message: code, status, requestId: null, retryable: false })
  }
}

/** A queue with one staged result, whose lease ends after that many hours. */
async function holdOne(leaseHours = 24) {
  const scripted = createScriptedUploadClient()
  const clock = createManualClock()
  const queue = createUploadQueue({ client: scripted.client, clock })
  const key = queue.add(samplePng())
  await settle()
  scripted.started[0]?.finish(sampleUpload(300, new Date(startMs + leaseHours * hourMs).toISOString()))
  await queue.settled(key)
  await settle()
  return { ...scripted, clock, queue, key, read: () => queue.getSnapshot()[0] }
}

test('renews at half of the lease, again and again, and shows the new end', async () => {
  const { clock, queue, renewed, answerRenewal, read } = await holdOne()
  queue.keepAlive()
  answerRenewal(() => leaseUntil(startMs + 36 * hourMs))
  answerRenewal(() => leaseUntil(startMs + 48 * hourMs))
  await clock.pass(11.9 * hourMs)
  expect(renewed).toHaveLength(0)
  await clock.pass(0.2 * hourMs)
  expect(read()?.result?.leaseExpiresAt).toBe('2026-01-02T12:00:00.000Z')
  await clock.pass(12 * hourMs)
  expect(renewed).toHaveLength(2)
})

test('renews nothing unless somebody keeps it alive, and stops when they let go', async () => {
  const { clock, queue, renewed } = await holdOne()
  await clock.pass(20 * hourMs)
  const letGo = queue.keepAlive()
  letGo()
  letGo()
  expect(clock.timers()).toBe(0)
  await clock.pass(20 * hourMs)
  expect(renewed).toHaveLength(1)
})

test('keeps on while one of two still holds', async () => {
  const { clock, queue, renewed, answerRenewal } = await holdOne()
  const first = queue.keepAlive()
  queue.keepAlive()
  first()
  answerRenewal(() => leaseUntil(startMs + 36 * hourMs))
  await clock.pass(13 * hourMs)
  expect(renewed).toHaveLength(1)
})

test('fails an upload whose lease ran out, and sends it anew under another name', async () => {
  const { clock, queue, key, started, answerRenewal, read } = await holdOne()
  queue.keepAlive()
  answerRenewal(refusal('UPLOAD_EXPIRED', 410))
  await clock.pass(13 * hourMs)
  expect(read()).toMatchObject({ key, phase: 'failed', result: null, error: { code: 'UPLOAD_EXPIRED' } })
  queue.retry(key)
  await settle()
  expect(started[1]?.file).toBe(started[0]?.file)
  expect(started[1]?.options.idempotencyKey).not.toBe(started[0]?.options.idempotencyKey)
})

test('stops renewing what something uses by now', async () => {
  const { clock, queue, renewed, answerRenewal, read } = await holdOne()
  queue.keepAlive()
  answerRenewal(refusal('UPLOAD_ALREADY_USED', 409))
  await clock.pass(60 * hourMs)
  expect(renewed).toHaveLength(1)
  expect(read()).toMatchObject({ phase: 'done', result: { leaseExpiresAt: null } })
})

test('stops renewing what was forgotten', async () => {
  const { clock, queue, key, renewed } = await holdOne()
  queue.keepAlive()
  queue.forget(key)
  await clock.pass(60 * hourMs)
  expect(renewed).toEqual([])
  expect(clock.timers()).toBe(0)
})

test('tries again in a minute where a renewal did not get through', async () => {
  const { clock, queue, renewed, answerRenewal, read } = await holdOne()
  queue.keepAlive()
  answerRenewal(() => Promise.reject(new NetworkError('cut')))
  answerRenewal(() => leaseUntil(startMs + 36 * hourMs))
  await clock.pass(12 * hourMs + 61_000)
  expect(renewed).toHaveLength(2)
  expect(read()).toMatchObject({ phase: 'done', result: { leaseExpiresAt: '2026-01-02T12:00:00.000Z' } })
})

test('believes the server and not a clock that runs a day ahead', async () => {
  const { clock, queue, renewed, answerRenewal, read } = await holdOne(-1)
  queue.keepAlive()
  for (let minute = 0; minute < 3; minute += 1) answerRenewal(() => leaseUntil(startMs - hourMs))
  await clock.pass(3 * 60_000)
  expect(renewed).toHaveLength(3)
  expect(read()?.phase).toBe('done')
})

test('leaves an upload alone that was started over while its old lease was renewed', async () => {
  const { clock, queue, key, started, answerRenewal, read } = await holdOne()
  const refusals: ((error: unknown) => void)[] = []
  answerRenewal(
    () =>
      new Promise((_, reject) => {
        refusals.push(reject)
      }),
  )
  answerRenewal(refusal('UPLOAD_EXPIRED', 410))
  queue.keepAlive()
  await clock.pass(12 * hourMs + 61_000)
  expect(read()?.phase).toBe('failed')
  queue.retry(key)
  await settle()
  expect(started).toHaveLength(2)
  refusals[0]?.(new ApiError({ code: 'UPLOAD_NOT_FOUND', message: '', status: 404, requestId: null, retryable: false }))
  await settle()
  expect(read()).toMatchObject({ phase: 'preparing', error: null })
})

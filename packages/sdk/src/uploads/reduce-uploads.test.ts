import { expect, test } from 'vitest'
import { deepFreeze } from '../../tests/deep-freeze.ts'
import { samplePng, sampleUpload } from '../../tests/samples.ts'
import { NetworkError } from '../errors/network-error.ts'
import { reduceUploads, type UploadEvent } from './reduce-uploads.ts'
import type { UploadProgress } from './upload-progress.ts'
import type { UploadState } from './upload-state.ts'

const file = samplePng('a.png', 100)
const result = sampleUpload()
const error = new NetworkError('cut')

/** Every state on the way is frozen, so that a reducer that writes would throw. */
function play(...events: readonly UploadEvent[]): readonly UploadState[] {
  return events.reduce<readonly UploadState[]>((uploads, event) => deepFreeze(reduceUploads(uploads, event)), [])
}

const queued: UploadEvent = { type: 'fileQueued', key: 'a', file }
const started: UploadEvent = { type: 'uploadStarted', key: 'a' }
const progressed = (phase: UploadProgress['phase'], sentBytes: number): UploadEvent => ({
  type: 'uploadProgressed',
  key: 'a',
  progress: { phase, sentBytes, totalBytes: 100, percent: 0 },
})

test('goes from queued to done', () => {
  const way = [queued, started, progressed('sending', 40), progressed('processing', 100)]
  const phases = way.map((_, index) => play(...way.slice(0, index + 1))[0]?.phase)
  expect(phases).toEqual(['queued', 'preparing', 'sending', 'processing'])
  expect(play(...way, { type: 'uploadFinished', key: 'a', result })).toEqual([
    { key: 'a', file, phase: 'done', sentBytes: 100, totalBytes: 100, result, error: null },
  ])
})

test('is not done by progress alone, only with a result', () => {
  expect(play(queued, started, progressed('done', 100))[0]).toMatchObject({ phase: 'processing', result: null })
})

test('keeps the error of a failure until the upload is started over', () => {
  const failed = play(queued, started, progressed('sending', 40), { type: 'uploadFailed', key: 'a', error })
  expect(failed[0]).toMatchObject({ phase: 'failed', error, sentBytes: 40 })
  expect(reduceUploads(failed, { type: 'uploadRequeued', key: 'a' })[0]).toEqual(play(queued)[0])
})

test('loses the result when its lease ran out', () => {
  const lost = play(queued, { type: 'uploadFinished', key: 'a', result }, { type: 'uploadFailed', key: 'a', error })
  expect(lost[0]).toMatchObject({ phase: 'failed', result: null })
})

test('changes one upload and leaves the others the same objects', () => {
  const two = play(queued, { type: 'fileQueued', key: 'b', file })
  const next = reduceUploads(two, { type: 'uploadCancelled', key: 'b' })
  expect(next[0]).toBe(two[0])
  expect(next[1]?.phase).toBe('cancelled')
})

test('is the same list after an event of an upload that was forgotten', () => {
  const none = play(queued, { type: 'uploadForgotten', key: 'a' })
  expect(none).toEqual([])
  expect(reduceUploads(none, { type: 'uploadFinished', key: 'a', result })).toBe(none)
})

test('writes a renewed lease into the result, if there is one', () => {
  const renewed: UploadEvent = { type: 'leaseChanged', key: 'a', leaseExpiresAt: '2026-01-03T00:00:00.000Z' }
  const done = play(queued, { type: 'uploadFinished', key: 'a', result }, renewed)
  expect(done[0]?.result).toEqual({ ...result, leaseExpiresAt: '2026-01-03T00:00:00.000Z' })
  expect(play(queued, renewed)[0]?.result).toBeNull()
})

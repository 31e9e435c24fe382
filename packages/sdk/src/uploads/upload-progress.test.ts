import { expect, test } from 'vitest'
import { createManualClock } from '../../tests/test-clocks.ts'
import { createProgressReporter, type UploadProgress } from './upload-progress.ts'

function start(totalBytes = 1_000) {
  const told: UploadProgress[] = []
  const clock = createManualClock()
  const reporter = createProgressReporter({ totalBytes, clock, onProgress: (progress) => told.push(progress) })
  return { told, clock, reporter }
}

test('tells every phase and bytes at most every 150 ms', async () => {
  const { told, clock, reporter } = start()
  reporter.enter('preparing')
  reporter.enter('sending')
  reporter.sent(100)
  await clock.pass(149)
  reporter.sent(200)
  await clock.pass(1)
  reporter.sent(300)
  reporter.sent(400)
  reporter.enter('processing')
  expect(told.map(({ phase, sentBytes }) => [phase, sentBytes])).toEqual([
    ['preparing', 0],
    ['sending', 0],
    ['sending', 300],
    ['processing', 1_000],
  ])
})

test('stays below 100 % until done, however much has been sent', async () => {
  const { told, clock, reporter } = start()
  reporter.enter('sending')
  await clock.pass(150)
  reporter.sent(1_300)
  reporter.enter('processing')
  expect(told.map(({ percent }) => percent)).toEqual([0, 99, 99])
  reporter.enter('done')
  expect(told.at(-1)).toEqual({ phase: 'done', sentBytes: 1_000, totalBytes: 1_000, percent: 100 })
})

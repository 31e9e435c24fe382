import { expect, test } from 'vitest'
import { sampleReceipt, idOf } from '../../tests/samples.ts'
import { receiptFileSchema, type FileOutcome, type Receipt } from '../contract/index.ts'
import { toReceiptPollMs } from './receipt-poll.ts'

const nowMs = Date.parse('2026-01-01T00:00:00.000Z')

function receiptOf(...files: readonly (readonly [FileOutcome, dueInMs: number])[]): Receipt {
  return sampleReceipt({
    files: files.map(([outcome, dueInMs]) =>
      receiptFileSchema.parse({
        mediaId: idOf(1),
        fileName: 'a.png',
        reason: 'removed',
        outcome,
        storedBytes: 1,
        objectCount: 1,
        dueAt: new Date(nowMs + dueInMs).toISOString(),
        deletedAt: null,
        usedBy: [],
        failure: null,
      }),
    ),
  })
}

test.for(['deleted', 'kept', 'restored', 'held', 'hidden'] as const)('does not ask again about %s files', (outcome) => {
  expect(toReceiptPollMs(receiptOf([outcome, 5_000]), nowMs)).toBe(false)
})

test('asks when the first pending file is due', () => {
  expect(toReceiptPollMs(receiptOf(['deleted', 1], ['scheduled', 9_000], ['failing', 4_000]), nowMs)).toBe(4_000)
})

test('asks no sooner than in a second and no later than in half a minute', () => {
  expect(toReceiptPollMs(receiptOf(['scheduled', -60_000]), nowMs)).toBe(1_000)
  expect(toReceiptPollMs(receiptOf(['scheduled', 7 * 86_400_000]), nowMs)).toBe(30_000)
})

test('does not ask before there is a receipt', () => {
  expect(toReceiptPollMs(undefined, nowMs)).toBe(false)
})

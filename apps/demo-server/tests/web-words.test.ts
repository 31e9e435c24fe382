import { demoTokenSchema, planSchema, receiptSchema, type Plan, type Receipt } from '@gallerist/sdk/contract'
import { expect, test } from 'vitest'
import { formatLeft } from '../web/format/format-left.ts'
import { describePlan } from '../web/galleries/plan-words.ts'
import { describeOutcome, undoLeftMs } from '../web/galleries/receipt-words.ts'
import { createDemoAuth } from '../web/session/demo-auth.ts'

const id = '5f0c1c1e-3b5a-4d53-9c28-0d6a6e2d1f10'
const winter = { kind: 'gallery', id, title: 'Winter' }

function plan(facts: object): Plan {
  return planSchema.parse({ hash: 'h', galleryId: id, galleryVersion: 1, files: [], keepCount: 0, ...facts })
}

test('says what a plan deletes, and what else uses what it keeps', () => {
  const kept = { mediaId: id, fileName: 'a.jpg', reason: 'removed', verdict: 'keep', storedBytes: 1, objectCount: 3 }
  expect(describePlan(plan({ deleteCount: 1, deleteBytes: 900 }))).toBe('1 file, 900 bytes will be deleted.')
  expect(
    describePlan(
      plan({ deleteCount: 3, deleteBytes: 2_400_000, keepCount: 1, files: [{ ...kept, usedBy: [winter] }] }),
    ),
  ).toBe('3 files, 2.4 MB will be deleted; 1 kept: also used by ‘Winter’.')
  expect(
    describePlan(
      plan({
        deleteCount: 0,
        deleteBytes: 0,
        keepCount: 1,
        files: [{ ...kept, usedBy: [{ ...winter, title: null }] }],
      }),
    ),
  ).toBe('No file will be deleted; 1 kept: also used by another gallery.')
})

function receipt(...outcomes: string[]): Receipt {
  const file = {
    mediaId: id,
    fileName: 'a.jpg',
    reason: 'removed',
    storedBytes: 1_000_000,
    objectCount: 3,
    dueAt: null,
  }
  return receiptSchema.parse({
    id,
    action: 'gallery-deleted',
    galleryId: id,
    galleryVersion: null,
    createdAt: '2026-07-01T12:00:00Z',
    undoUntil: '2026-07-01T12:00:10Z',
    undoneAt: null,
    files: outcomes.map((outcome) => ({ ...file, outcome, deletedAt: null, usedBy: [], failure: null })),
  })
}

test('counts as deleted only what was seen to be gone', () => {
  expect(describeOutcome(receipt('scheduled', 'failing', 'kept'))).toBe(
    '2 files about to be deleted · 1 kept: still used elsewhere',
  )
  expect(describeOutcome(receipt('deleted', 'deleted'))).toBe('2 files deleted, 2 MB freed')
  expect(describeOutcome(receipt())).toBe('It had no files.')
})

test('counts down how long an undo is possible', () => {
  expect(undoLeftMs(receipt(), Date.parse('2026-07-01T12:00:07Z'))).toBe(3_000)
  expect(undoLeftMs(receipt(), Date.parse('2026-07-01T12:00:11Z'))).toBe(0)
  expect(undoLeftMs({ ...receipt(), undoneAt: '2026-07-01T12:00:01Z' }, 0)).toBe(0)
})

test.each([
  [0, '0 s'],
  [6_200, '7 s'],
  [90_000, '2 min'],
  [24 * 3_600_000, '24 h'],
  [7 * 86_400_000, '7 d'],
])('writes %i ms as %s', (ms, words) => expect(formatLeft(ms)).toBe(words))

test('keeps a token until it is nearly over, or was refused', async () => {
  let issued = 0
  let nowMs = 0
  const fetchToken = async () => {
    issued += 1
    const expiresAt = new Date(nowMs + 60_000).toISOString()
    return demoTokenSchema.parse({ token: `t${issued}`, expiresAt, user: { id: 'ada', name: 'Ada', role: 'editor' } })
  }
  const auth = createDemoAuth(fetchToken, () => nowMs)
  expect(await auth({ refresh: false })).toBe('t1')
  nowMs = 29_000
  expect(await auth({ refresh: false })).toBe('t1')
  nowMs = 31_000
  expect(await auth({ refresh: false })).toBe('t2')
  expect(await auth({ refresh: true })).toBe('t3')
})

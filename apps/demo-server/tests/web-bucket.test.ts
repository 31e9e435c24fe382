import { invariantsSchema, storageObjectSchema, type Invariants, type StorageObject } from '@gallerist/sdk/contract'
import { expect, test } from 'vitest'
import { describeTotals, toBucketTotals } from '../web/bucket/bucket-totals.ts'
import { followBucket } from '../web/bucket/follow-bucket.ts'
import { fadeMs, groupObjects } from '../web/bucket/group-objects.ts'
import { readObjectKey, readPublicBase } from '../web/bucket/object-key.ts'
import { describeProof, describeTrouble, toProofStatus } from '../web/bucket/proof-words.ts'
import { describeState } from '../web/bucket/state-words.ts'

const startMs = Date.parse('2026-07-01T12:00:00Z')

function object(key: string, facts: Partial<StorageObject> = {}): StorageObject {
  return storageObjectSchema.parse({
    key,
    sizeBytes: 1_000,
    lastModifiedAt: '2026-07-01T11:00:00Z',
    state: 'attached',
    mediaId: null,
    fileName: `${readObjectKey(key).folder.at(-1)}.jpg`,
    usedBy: [],
    dueAt: null,
    ...facts,
  })
}

const fileA = ['media/a/original.jpg', 'media/a/w320.webp']
const both = [...fileA, 'media/b/original.jpg'].map((key) => object(key))

test('groups the objects of a file, and reads their parts off the keys', () => {
  const files = groupObjects(followBucket(undefined, both, startMs), startMs)
  expect(files.map(({ fileName, sizeBytes }) => [fileName, sizeBytes])).toEqual([
    ['a.jpg', 2_000],
    ['b.jpg', 1_000],
  ])
  expect(files[0]?.parts.map(({ part }) => part)).toEqual(['original', 'w320'])
})

test('notes exactly the keys that have gone, and lets their row fade out', () => {
  const first = followBucket(undefined, both, startMs)
  const second = followBucket(first, both.slice(2), startMs + 1_000)
  expect(second.gone.map(({ key }) => key)).toEqual(fileA)
  expect(second.gone[0]).toMatchObject({ fileName: 'a.jpg', sizeBytes: 1_000, goneAtMs: startMs + 1_000 })
  expect(groupObjects(second, startMs + 1_500)[0]).toMatchObject({ folder: 'media/a', state: 'gone', sizeBytes: 0 })
  expect(groupObjects(second, startMs + 1_000 + fadeMs).map(({ folder }) => folder)).toEqual(['media/b'])
  expect(followBucket(second, both.slice(2), startMs + 2_000).gone).toHaveLength(2)
})

test('keeps the name of a file whose row in the database is gone before its bytes', () => {
  const nameless = both.map((item) => ({ ...item, state: 'deleting', fileName: null }))
  const history = followBucket(followBucket(undefined, both, startMs), nameless, startMs + 1_000)
  expect(groupObjects(history, startMs + 1_000).map(({ fileName }) => fileName)).toEqual(['a.jpg', 'b.jpg'])
})

test('puts what is about to go first', () => {
  const condemned = { state: 'condemned', dueAt: '2026-07-01T12:00:09Z' }
  const objects = [
    object('media/a/original.jpg'),
    object('media/b/original.jpg', condemned),
    object('media/c/original.jpg', { ...condemned, dueAt: '2026-07-01T12:00:03Z' }),
  ]
  const files = groupObjects(followBucket(undefined, objects, startMs), startMs)
  expect(files.map(({ fileName }) => fileName)).toEqual(['c.jpg', 'b.jpg', 'a.jpg'])
})

test('counts objects, bytes and what is condemned', () => {
  const totals = toBucketTotals([...both, object('media/c/original.jpg', { state: 'condemned', sizeBytes: 2_400_000 })])
  expect(describeTotals(totals)).toBe('4 objects · 2.4 MB · 1 condemned')
})

test.each([
  ['attached', null, 'attached'],
  ['condemned', 6_200, 'deleted in 7 s'],
  ['condemned', -1, 'deletion due'],
  ['staged', 23.2 * 3_600_000, 'staged, 24 h left'],
  ['deleting', 0, 'deleting…'],
  ['unknown', null, 'unknown'],
])('says of %s with %s ms left: %s', (state, leftMs, words) => {
  const dueAt = leftMs === null ? null : new Date(startMs + leftMs).toISOString()
  expect(describeState({ state, dueAt }, startMs)).toBe(words)
})

test('tells uploads on their way from files', () => {
  expect(readObjectKey('incoming/1')).toEqual({ folder: 'incoming/1', part: 'upload' })
  expect(readObjectKey('strange.txt')).toEqual({ folder: 'strange.txt', part: 'object' })
})

test('finds where public objects are served from, whatever stands before and after', () => {
  expect(readPublicBase('http://127.0.0.1:4001/gallerist/media/5f/original.jpg?v=1')).toBe(
    'http://127.0.0.1:4001/gallerist/',
  )
  expect(readPublicBase('https://cdn.example/media/5f/w320.webp')).toBe('https://cdn.example/')
  expect(readPublicBase('https://cdn.example/other.jpg')).toBeNull()
})

function proof(facts: Partial<Invariants> = {}): Invariants {
  const provenAt = '2026-07-01T12:00:00Z'
  const own = { orphanCount: 0, danglingCount: 0, objectCount: 41, provenAt, invariants: [] }
  return invariantsSchema.parse({ ...own, ...facts })
}

test.each([
  [12_300, '0 orphans, 0 dangling, 41 objects, proven 12 s ago'],
  [-50, '0 orphans, 0 dangling, 41 objects, proven 0 s ago'],
  [5_400_000, '0 orphans, 0 dangling, 41 objects, proven 1 h ago'],
])('says what was proven %s ms ago', (agoMs, words) => {
  expect(describeProof(proof(), startMs + agoMs)).toBe(words)
  expect(toProofStatus(proof())).toBe('proven')
})

test('calls nothing proven before the first comparison, and says what is broken', () => {
  const never = proof({ provenAt: null, orphanCount: null, danglingCount: null, objectCount: null })
  expect([describeProof(never, startMs), toProofStatus(never)]).toEqual([
    'Bucket and database were not compared yet',
    'unproven',
  ])
  const lost = { id: 'I1', statement: 'Every file has its objects', violationCount: 2, provenAt: null }
  const broken = proof({ danglingCount: 2, invariants: [lost] })
  expect(toProofStatus(broken)).toBe('broken')
  expect(describeTrouble(broken, undefined)).toEqual(['I1 is broken 2 times: Every file has its objects'])
})

import { expect, test } from 'vitest'
import { addFile, draftOf, finishUpload, idsOf, makeGallery, makeItem, mediaIdOf } from '../../tests/editor-fixtures.ts'
import type { SaveAttempt } from './draft.ts'
import { createEditorStore } from './editor-store.ts'
import { createSaveRunner, type SaveAnswer } from './save-runner.ts'
import { type SaveMode, selectSaveOutlook } from './select-save-outlook.ts'
import { selectTheirChanges } from './select-their-changes.ts'

const id = mediaIdOf
const failure = { code: 'NETWORK_ERROR', message: 'No answer', goneMediaIds: [] }

function setUp({ mode = 'wait' }: { mode?: SaveMode } = {}) {
  const store = createEditorStore(draftOf(2))
  const sent: { attempt: SaveAttempt; answer: (answer: SaveAnswer) => Promise<void> }[] = []
  const send = (attempt: SaveAttempt) =>
    new Promise<SaveAnswer>((resolve) => {
      const answer = async (given: SaveAnswer) => {
        resolve(given)
        await Promise.resolve()
      }
      sent.push({ attempt, answer })
    })
  let keys = 0
  const runner = createSaveRunner({ store, send, createId: () => `key${(keys += 1)}`, mode })
  store.subscribe(() => runner.advance())
  return { store, sent, runner }
}

test('nothing is sent before a save is asked for, and then once', () => {
  const { store, sent, runner } = setUp()
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  expect(sent).toEqual([])
  runner.request()
  runner.request()
  expect(sent.map(({ attempt }) => attempt)).toEqual([
    { idempotencyKey: 'key1', version: 1, body: { items: [{ mediaId: id(1), caption: null, isCover: false }] } },
  ])
})

test('a save waits for uploads and then starts by itself', () => {
  const { store, sent, runner } = setUp()
  store.dispatch(addFile(1))
  runner.request()
  expect(sent).toEqual([])
  expect(selectSaveOutlook(store.getSnapshot())).toMatchObject({ status: 'waiting', pendingCount: 1 })
  store.dispatch(finishUpload(1))
  expect(sent).toHaveLength(1)
})

test('a save that waits can be withdrawn', () => {
  const { store, sent, runner } = setUp()
  store.dispatch(addFile(1))
  runner.request()
  runner.withdraw()
  store.dispatch(finishUpload(1))
  expect(sent).toEqual([])
})

test('a failed upload blocks a waiting save until a person decides', () => {
  const { store, sent, runner } = setUp()
  store.dispatch(addFile(1))
  runner.request()
  store.dispatch({ type: 'uploadFailed', key: 'up-1', message: 'Connection lost' })
  expect(selectSaveOutlook(store.getSnapshot())).toMatchObject({ status: 'blocked', stuckIds: ['tile-1'] })
  store.dispatch({ type: 'itemsRemoved', ids: ['tile-1'] })
  expect(sent).toEqual([])
})

test('a save can leave unfinished uploads out, where that is the mode', () => {
  const { store, sent, runner } = setUp({ mode: 'leave-out' })
  store.dispatch(addFile(1))
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  runner.request()
  expect(sent[0]?.attempt.body.items).toHaveLength(1)
})

test('a retry of the same list has the same key; another list has another', async () => {
  const { store, sent, runner } = setUp()
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  runner.request()
  await sent[0]?.answer({ kind: 'failed', failure, expiredIds: [] })
  expect(store.getSnapshot().save).toEqual({ kind: 'failed', failure })
  runner.request()
  await sent[1]?.answer({ kind: 'failed', failure, expiredIds: [] })
  store.dispatch({ type: 'undone' })
  store.dispatch({ type: 'coverSet', id: id(1) })
  runner.request()
  expect(sent.map(({ attempt }) => attempt.idempotencyKey)).toEqual(['key1', 'key1', 'key3'])
})

test('a conflict keeps the draft and sends nothing more until a person decides', async () => {
  const { store, sent, runner } = setUp()
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  runner.request()
  await sent[0]?.answer({ kind: 'conflict', theirs: makeGallery(3, 2) })
  expect(idsOf(store.getSnapshot())).toEqual([id(1)])
  expect(selectSaveOutlook(store.getSnapshot()).status).toBe('conflicted')
  runner.request()
  expect(sent).toHaveLength(1)
})

test('a save that names an upload that ran out offers to send it again', async () => {
  const { store, sent, runner } = setUp()
  store.dispatch(addFile(1))
  store.dispatch(finishUpload(1))
  runner.request()
  await sent[0]?.answer({ kind: 'failed', failure, expiredIds: ['00000003-0000-4000-8000-000000000001'] })
  expect(selectSaveOutlook(store.getSnapshot())).toMatchObject({ status: 'blocked', stuckIds: ['tile-1'] })
})

test('a draft that equals what was saved is not sent', async () => {
  const { store, sent, runner } = setUp()
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  runner.request()
  await sent[0]?.answer({ kind: 'saved', gallery: makeGallery([makeItem(1)], 2) })
  expect(selectSaveOutlook(store.getSnapshot()).status).toBe('clean')
  runner.request()
  expect(sent).toHaveLength(1)
})

test('a save that waits for nothing any more does not run with the next edit', () => {
  const { store, sent, runner } = setUp()
  store.dispatch(addFile(1))
  runner.request()
  store.dispatch({ type: 'itemsRemoved', ids: ['tile-1'] })
  expect(store.getSnapshot().save.kind).toBe('idle')
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  expect(sent).toEqual([])
})

test('a save whose answer was lost is tried again, not taken for the save of somebody else', async () => {
  const { store, sent, runner } = setUp()
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  runner.request()
  await sent[0]?.answer({ kind: 'failed', failure, expiredIds: [] })
  const saved = makeGallery([makeItem(1)], 2)
  store.dispatch({ type: 'baseRefreshed', gallery: saved })
  expect(selectTheirChanges(store.getSnapshot())).toBeNull()
  expect(selectSaveOutlook(store.getSnapshot()).status).toBe('failed')
  runner.request()
  expect(sent.map(({ attempt }) => attempt.idempotencyKey)).toEqual(['key1', 'key1'])
  await sent[1]?.answer({ kind: 'saved', gallery: saved })
  expect(selectSaveOutlook(store.getSnapshot()).status).toBe('clean')
})

test('with other edits than those of the lost answer, a newer version is a conflict', async () => {
  const { store, sent, runner } = setUp()
  store.dispatch({ type: 'itemsRemoved', ids: [id(0)] })
  runner.request()
  store.dispatch({ type: 'baseRefreshed', gallery: makeGallery([makeItem(1)], 2) })
  expect(selectTheirChanges(store.getSnapshot())).toBeNull()
  await sent[0]?.answer({ kind: 'failed', failure, expiredIds: [] })
  store.dispatch({ type: 'captionEdited', ids: [id(1)], caption: 'Later' })
  expect(selectSaveOutlook(store.getSnapshot()).status).toBe('conflicted')
  runner.request()
  expect(sent).toHaveLength(1)
  store.dispatch({ type: 'discarded' })
  expect(idsOf(store.getSnapshot())).toEqual([id(1)])
})

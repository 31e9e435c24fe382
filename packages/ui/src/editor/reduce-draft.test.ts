import { expect, test } from 'vitest'
import {
  addFile,
  draftOf,
  finishUpload,
  idsOf,
  makeGallery,
  makeItem,
  makeMedia,
  mediaIdOf,
  play,
  startSave,
} from '../../tests/editor-fixtures.ts'
import { historyLimit } from './history.ts'
import { isDirty, selectChanges, selectRemoved } from './select-changes.ts'
import { toSaveBody } from './to-save-body.ts'

const id = mediaIdOf

const typed = (alt: string, session: string) => ({ type: 'altEdited', ids: [id(0)], alt, session }) as const

test('a removal is local and can be undone and redone', () => {
  const removed = play(draftOf(3), { type: 'itemsRemoved', ids: [id(1)] })
  expect(idsOf(removed)).toEqual([id(0), id(2)])
  expect(selectRemoved(removed).map((item) => item.id)).toEqual([id(1)])
  expect(idsOf(play(removed, { type: 'undone' }))).toEqual([id(0), id(1), id(2)])
  expect(idsOf(play(removed, { type: 'undone' }, { type: 'redone' }))).toEqual([id(0), id(2)])
})

test('a restored item comes back to its place, with the edits it had', () => {
  const draft = play(
    draftOf(4),
    { type: 'altEdited', ids: [id(1)], alt: 'A boat' },
    { type: 'itemsRemoved', ids: [id(1), id(2)] },
    { type: 'itemsRestored', ids: [id(1)] },
  )
  expect(idsOf(draft)).toEqual([id(0), id(1), id(3)])
  expect(draft.items[1]?.alt).toBe('A boat')
})

test('items move before the tile that was at the index', () => {
  const draft = play(draftOf(5), { type: 'itemsMoved', ids: [id(0), id(3)], toIndex: 3 })
  expect(idsOf(draft)).toEqual([id(1), id(2), id(0), id(3), id(4)])
})

test('a move to where they are is no step of the history', () => {
  const draft = play(draftOf(3), { type: 'itemsMoved', ids: [id(1)], toIndex: 2 })
  expect(draft.history.past).toEqual([])
})

test('keystrokes of one session are one step, and another session is another', () => {
  const draft = play(draftOf(1), typed('A', 's1'), typed('A b', 's1'), typed('A bo', 's2'))
  expect(play(draft, { type: 'undone' }).items[0]?.alt).toBe('A b')
  expect(play(draft, { type: 'undone' }, { type: 'undone' }).items[0]?.alt).toBeUndefined()
})

test('there is one cover at most', () => {
  const draft = play(draftOf(3), { type: 'coverSet', id: id(1) }, { type: 'coverSet', id: id(2) })
  expect(draft.items.map((item) => item.isCover)).toEqual([false, false, true])
})

test('an upload keeps its tile id through save and refetch', () => {
  const added = play(draftOf(1), addFile(7, 0), finishUpload(7))
  const saved = makeGallery([makeItem(7), makeItem(0)], 2)
  const landed = play(added, startSave(added), { type: 'saveSucceeded', gallery: saved })
  expect(idsOf(landed)).toEqual(['tile-7', id(0)])
  const refetched = makeGallery([makeItem(7, { caption: 'x' }), makeItem(0)], 3)
  expect(idsOf(play(landed, { type: 'baseRefreshed', gallery: refetched }))).toEqual(['tile-7', id(0)])
  expect(landed.uploads.size).toBe(0)
})

test('progress of uploads is no step of the history', () => {
  const added = play(draftOf(0), addFile(1))
  const sent = play(added, { type: 'uploadAdvanced', key: 'up-1', phase: 'sending', sentBytes: 40 })
  expect(sent.history).toBe(added.history)
  expect(sent.uploads.get('up-1')).toMatchObject({ phase: 'sending', sentBytes: 40 })
})

test('news of an upload that the draft does not know changes nothing', () => {
  const draft = draftOf(1)
  expect(play(draft, { type: 'uploadFailed', key: 'other', message: 'no' })).toBe(draft)
})

test('a save leaves out what is not up, and sends replacements by upload id', () => {
  const draft = play(
    draftOf(2),
    addFile(8),
    { type: 'itemReplaced', id: id(0), upload: { key: 'up-9', fileName: 'b.jpg', totalBytes: 5 } },
    finishUpload(9),
  )
  expect(toSaveBody(draft).items).toEqual([
    { mediaId: id(0), replaceWith: '00000003-0000-4000-8000-000000000009', caption: null, isCover: false },
    { mediaId: id(1), caption: null, isCover: false },
  ])
})

test('what was left out of a save stays in the draft', () => {
  const draft = play(draftOf(1), addFile(8))
  const landed = play(draft, startSave(draft), { type: 'saveSucceeded', gallery: makeGallery(1, 2) })
  expect(idsOf(landed)).toEqual([id(0), 'tile-8'])
  expect(selectChanges(landed).added).toEqual(['tile-8'])
})

test('edits made while a save is under way survive it, and can be undone', () => {
  const removed = play(draftOf(3), { type: 'itemsRemoved', ids: [id(1)] })
  const busy = play(removed, startSave(removed), { type: 'altEdited', ids: [id(2)], alt: 'Late' }, addFile(5, 0))
  const saved = makeGallery([makeItem(0), makeItem(2)], 2)
  const landed = play(busy, { type: 'saveSucceeded', gallery: saved })
  expect(idsOf(landed)).toEqual(['tile-5', id(0), id(2)])
  expect(landed.items[2]?.alt).toBe('Late')
  expect(landed.base.version).toBe(2)
  expect(selectRemoved(landed)).toEqual([])
  const back = play(landed, { type: 'undone' }, { type: 'undone' })
  expect(isDirty(back)).toBe(false)
  expect(play(back, { type: 'undone' })).toBe(back)
})

test('an undo while a save is under way is a change against what was saved', () => {
  const removed = play(draftOf(2), { type: 'itemsRemoved', ids: [id(0)] })
  const busy = play(removed, startSave(removed), { type: 'undone' })
  const landed = play(busy, { type: 'saveSucceeded', gallery: makeGallery([makeItem(1)], 2) })
  expect(selectChanges(landed).added).toEqual([id(0)])
  expect(toSaveBody(landed).items).toMatchObject([{ mediaId: id(0) }, { mediaId: id(1) }])
})

test('a file exchanged while it is being saved becomes a replacement of the saved media', () => {
  const added = play(draftOf(0), addFile(1), finishUpload(1))
  const exchange = {
    type: 'itemReplaced',
    id: 'tile-1',
    upload: { key: 'up-2', fileName: 'c', totalBytes: 1 },
  } as const
  const busy = play(added, startSave(added), exchange)
  const landed = play(busy, { type: 'saveSucceeded', gallery: makeGallery([makeItem(1)], 2) }, finishUpload(2))
  expect(toSaveBody(landed).items).toMatchObject([
    { mediaId: id(1), replaceWith: '00000003-0000-4000-8000-000000000002' },
  ])
})

test('a draft without edits becomes the refetched gallery', () => {
  const draft = play(draftOf(2), { type: 'baseRefreshed', gallery: makeGallery([makeItem(3)], 4) })
  expect(idsOf(draft)).toEqual([id(3)])
  expect(draft.base.version).toBe(4)
})

test('a refetch with nothing new is no change at all', () => {
  const draft = draftOf(2)
  expect(play(draft, { type: 'baseRefreshed', gallery: makeGallery(2) })).toBe(draft)
})

test('an older answer is ignored', () => {
  const draft = draftOf(makeGallery(2, 5))
  expect(play(draft, { type: 'baseRefreshed', gallery: makeGallery(9, 4) })).toBe(draft)
})

test('a refetch gives a draft with edits fresh addresses and nothing else', () => {
  const draft = play(draftOf(3), { type: 'itemsMoved', ids: [id(2)], toIndex: 0 })
  const fresh = makeMedia(1, { urls: { original: 'https://cdn.test/new?v=2', thumbnails: [] }, contentVersion: 2 })
  const items = [makeItem(0), makeItem(1, { media: fresh }), makeItem(2)]
  const refreshed = play(draft, { type: 'baseRefreshed', gallery: makeGallery(items) })
  expect(idsOf(refreshed)).toEqual([id(2), id(0), id(1)])
  expect(refreshed.items[2]?.origin).toMatchObject({ kind: 'media', media: { contentVersion: 2 } })
  expect(refreshed.theirs).toBeNull()
})

test("a newer version does not overwrite a draft; it is kept to show, and the draft's version stays", () => {
  const draft = play(draftOf(3), { type: 'captionEdited', ids: [id(0)], caption: 'Mine' })
  const newer = makeGallery([makeItem(0, { caption: 'Theirs' }), makeItem(9)], 2)
  const refreshed = play(draft, { type: 'baseRefreshed', gallery: newer })
  expect(idsOf(refreshed)).toEqual(idsOf(draft))
  expect(refreshed.items[0]?.caption).toBe('Mine')
  expect(refreshed.base.version).toBe(1)
  expect(refreshed.theirs).toEqual(newer)
})

test('a conflict keeps the draft until a person takes theirs', () => {
  const draft = play(draftOf(2), { type: 'itemsRemoved', ids: [id(0)] })
  const newer = makeGallery(3, 2)
  const conflicted = play(draft, startSave(draft), { type: 'saveConflicted', theirs: newer })
  expect(idsOf(conflicted)).toEqual([id(1)])
  const taken = play(conflicted, { type: 'theirsLoaded' })
  expect(idsOf(taken)).toEqual([id(0), id(1), id(2)])
  expect(isDirty(taken)).toBe(false)
  expect(taken.theirs).toBeNull()
})

test('discarding goes back to what was saved', () => {
  const draft = play(draftOf(2), addFile(1), { type: 'itemsRemoved', ids: [id(0)] }, { type: 'discarded' })
  expect(idsOf(draft)).toEqual([id(0), id(1)])
  expect(draft.uploads.size).toBe(0)
  expect(draft.history.past).toEqual([])
})

test('an undone save brings its removals back and keeps later edits', () => {
  const draft = play(draftOf(makeGallery([makeItem(1)], 2)), { type: 'altEdited', ids: [id(1)], alt: 'Later' })
  const undone = play(draft, { type: 'saveUndone', gallery: makeGallery([makeItem(0), makeItem(1)], 3) })
  expect(idsOf(undone)).toEqual([id(0), id(1)])
  expect(undone.items[1]?.alt).toBe('Later')
  expect(undone.base.version).toBe(3)
})

test('an upload whose lease ran out is marked, by upload id or by media id, and stops a waiting save', () => {
  const added = play(draftOf(0), addFile(1), finishUpload(1), addFile(2), { type: 'saveRequested' })
  const byMedia = play(added, { type: 'uploadsExpired', ids: [mediaIdOf(1)] })
  expect(byMedia.uploads.get('up-1')?.phase).toBe('expired')
  expect(byMedia.save.kind).toBe('idle')
  expect(toSaveBody(byMedia).items).toEqual([])
})

test('the history is bounded, and keeps the newest steps', () => {
  const edits = Array.from({ length: historyLimit + 5 }, (_, n) => typed(`${n}`, `session ${n}`))
  const draft = play(draftOf(1), ...edits)
  expect(draft.history.past).toHaveLength(historyLimit)
  const undone = play(draft, ...draft.history.past.map(() => ({ type: 'undone' }) as const))
  expect(undone.items[0]?.alt).toBe('4')
})

test('a new edit ends what could be redone', () => {
  const draft = play(
    draftOf(3),
    { type: 'itemsRemoved', ids: [id(0)] },
    { type: 'undone' },
    { type: 'coverSet', id: id(1) },
  )
  expect(play(draft, { type: 'redone' })).toBe(draft)
})

test('a refetch while a save is under way brings no step back that the save has sent', () => {
  const draft = play(draftOf(3), { type: 'itemsRemoved', ids: [id(1)] })
  const fetched = makeGallery([makeItem(0, { media: makeMedia(0, { contentVersion: 2 }) }), makeItem(2)], 2)
  const saved = play(
    draft,
    startSave(draft),
    { type: 'baseRefreshed', gallery: fetched },
    { type: 'saveSucceeded', gallery: fetched },
  )
  expect(saved.history.past).toEqual([])
  expect(isDirty(saved)).toBe(false)
})

test('an undo while a save is under way can be redone after it', () => {
  const draft = play(draftOf(3), { type: 'itemsRemoved', ids: [id(1)] })
  const undone = play(
    draft,
    startSave(draft),
    { type: 'undone' },
    { type: 'saveSucceeded', gallery: makeGallery([makeItem(0), makeItem(2)], 2) },
  )
  expect(idsOf(undone)).toEqual([id(0), id(1), id(2)])
  expect(idsOf(play(undone, { type: 'redone' }))).toEqual([id(0), id(2)])
})

const failure = { code: 'NETWORK_ERROR', message: 'No answer', goneMediaIds: [] }

test('a failure is forgotten with the last of the edits that it was about', () => {
  const removed = play(draftOf(2), { type: 'itemsRemoved', ids: [id(0)] })
  const failed = play(removed, startSave(removed), { type: 'saveFailed', failure })
  expect(failed.save.kind).toBe('failed')
  expect(play(failed, { type: 'undone' }).save.kind).toBe('idle')
})

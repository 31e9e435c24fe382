import { expect, test } from 'vitest'
import {
  addFile,
  draftOf,
  finishUpload,
  makeGallery,
  makeItem,
  makeMedia,
  mediaIdOf,
  play,
} from '../../tests/editor-fixtures.ts'
import { createTileSelector } from './select-tiles.ts'

const id = mediaIdOf
const none = new Map<string, string>()

test('progress of one upload makes one new tile', () => {
  const select = createTileSelector()
  const draft = play(draftOf(3), addFile(1))
  const before = select(draft, none)
  const after = select(play(draft, { type: 'uploadAdvanced', key: 'up-1', phase: 'sending', sentBytes: 50 }), none)
  expect(after.map((tile, index) => tile === before[index])).toEqual([true, true, true, false])
  expect(after[3]?.upload).toEqual({ phase: 'sending', fraction: 0.5, message: null })
})

test('an event that shows nowhere leaves the list itself as it is', () => {
  const select = createTileSelector()
  const draft = play(draftOf(2), addFile(1), { type: 'itemsRemoved', ids: ['tile-1'] })
  const before = select(draft, none)
  expect(select(play(draft, { type: 'uploadAdvanced', key: 'up-1', phase: 'sending', sentBytes: 9 }), none)).toBe(
    before,
  )
})

test('a replacement shows the new picture and keeps the old one for comparison', () => {
  const upload = { key: 'up-5', fileName: 'b.jpg', totalBytes: 10 }
  const draft = play(draftOf(1), { type: 'itemReplaced', id: id(0), upload })
  const [tile] = createTileSelector()(draft, new Map([['up-5', 'blob:b']]))
  expect(tile).toMatchObject({
    id: id(0),
    isNew: false,
    image: { kind: 'local', url: 'blob:b' },
    replacedImage: { kind: 'stored', url: 'https://cdn.test/0-320.jpg?v=1' },
    upload: { phase: 'queued' },
  })
})

test('a finished upload shows its stored thumbnail when there is no preview', () => {
  const [tile] = createTileSelector()(play(draftOf(0), addFile(1), finishUpload(1)), none)
  expect(tile).toMatchObject({ label: 'new-1.jpg', isNew: true, upload: null, image: { kind: 'stored' } })
})

test('the first tile is the cover unless one is chosen', () => {
  const select = createTileSelector()
  const covers = (draft: Parameters<typeof select>[0]) => select(draft, none).map((tile) => tile.isCover)
  expect(covers(draftOf(3))).toEqual([true, false, false])
  expect(covers(play(draftOf(3), { type: 'coverSet', id: id(2) }))).toEqual([false, false, true])
})

test('alt text is the own one, else that of the media, else missing', () => {
  const items = [
    makeItem(0),
    makeItem(1, { media: makeMedia(1, { altText: 'Inherited' }) }),
    makeItem(2, { alt: '', media: makeMedia(2, { altText: 'Inherited' }) }),
    makeItem(3, { alt: 'Own' }),
  ]
  expect(createTileSelector()(draftOf(makeGallery(items)), none).map((tile) => tile.alt)).toEqual([
    { state: 'missing', text: '' },
    { state: 'text', text: 'Inherited' },
    { state: 'decorative', text: '' },
    { state: 'text', text: 'Own' },
  ])
})

test('a foreign address is shown as what it is, by its last part', () => {
  const external = makeGallery([{ kind: 'external', url: 'https://x.test/a/b.png?s=1', caption: null, isCover: false }])
  expect(createTileSelector()(draftOf(external), none)[0]).toMatchObject({
    label: 'b.png',
    isExternal: true,
    image: { kind: 'external', url: 'https://x.test/a/b.png?s=1' },
  })
})

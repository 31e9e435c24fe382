import { diffGallery } from '@gallerist/sdk/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addFile,
  draftOf,
  finishUpload,
  idsOf,
  makeGallery,
  makeItem,
  mediaIdOf,
  play,
  startSave,
} from '../../tests/editor-fixtures.ts'
import type { Draft } from './draft.ts'
import type { DraftEvent, EditEvent } from './draft-event.ts'
import { isDirty, selectChanges, toDiffItem } from './select-changes.ts'
import { toSaveBody } from './to-save-body.ts'

const size = 6
const someIds = fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }).map(mediaIdOf), { minLength: 1, maxLength: 4 })
const someId = fc.integer({ min: 0, max: size - 1 }).map(mediaIdOf)
const upload = fc.integer({ min: 0, max: 99 })

const removal: fc.Arbitrary<EditEvent> = fc.record({ type: fc.constant('itemsRemoved' as const), ids: someIds })
const otherEdit: fc.Arbitrary<EditEvent> = fc.oneof(
  fc.record({ type: fc.constant('itemsRestored' as const), ids: someIds }),
  fc.record({ type: fc.constant('itemsMoved' as const), ids: someIds, toIndex: fc.integer({ min: 0, max: size }) }),
  fc.record({ type: fc.constant('altEdited' as const), ids: someIds, alt: fc.constantFrom('', 'A', undefined) }),
  fc.record({ type: fc.constant('captionEdited' as const), ids: someIds, caption: fc.constantFrom(null, 'C') }),
  fc.record({ type: fc.constant('coverSet' as const), id: someId }),
  fc.record({ type: fc.constant('replacementDropped' as const), id: someId }),
  fc.record({
    type: fc.constant('itemReplaced' as const),
    id: someId,
    upload: upload.map((n) => ({ key: `up-${n}`, fileName: 'r.jpg', totalBytes: 9 })),
  }),
)
const edit = fc.oneof(removal, otherEdit)
const backAndForth: fc.Arbitrary<DraftEvent> = fc.constantFrom({ type: 'undone' }, { type: 'redone' })
const anything = fc.array(fc.oneof(edit, edit, backAndForth), { maxLength: 12 })

const saved = makeGallery(
  Array.from({ length: size }, (_, n) => makeItem(n, { isCover: n === 2, ...(n % 2 ? { alt: `alt ${n}` } : {}) })),
)

test('an edit and its undo leave the items as they were', () => {
  fc.assert(
    fc.property(anything, edit, (events, last) => {
      const draft = play(draftOf(saved), ...events)
      const edited = play(draft, last)
      if (edited.items === draft.items) return
      expect(play(edited, { type: 'undone' }).items).toBe(draft.items)
      expect(play(edited, { type: 'undone' }, { type: 'redone' }).items).toBe(edited.items)
    }),
  )
})

test('undoing everything leaves nothing to save', () => {
  fc.assert(
    fc.property(anything, (events) => {
      const draft = play(draftOf(saved), ...events)
      const undone = play(draft, ...draft.history.past.map(() => ({ type: 'undone' }) as const))
      expect(undone.items).toBe(draft.base.items)
      expect(isDirty(undone)).toBe(false)
    }),
  )
})

test('an untouched draft saves what was saved', () => {
  const { items } = toSaveBody(draftOf(saved))
  expect(items).toEqual(
    saved.items.map((item) => {
      const { caption, isCover, alt } = item
      const texts = { caption, isCover, ...(alt === undefined ? {} : { alt }) }
      return item.kind === 'media' ? { mediaId: item.media.id, ...texts } : { url: item.url, ...texts }
    }),
  )
})

test('no item vanishes unless it was removed, and none is there twice', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(otherEdit, backAndForth), { maxLength: 15 }), (events) => {
      const ids = idsOf(play(draftOf(saved), ...events))
      expect(ids.toSorted()).toEqual(saved.items.map((_, n) => mediaIdOf(n)).toSorted())
    }),
  )
})

test('there is never more than one cover', () => {
  fc.assert(
    fc.property(anything, (events) => {
      const draft = play(draftOf(saved), ...events)
      expect(draft.items.filter((item) => item.isCover).length).toBeLessThanOrEqual(1)
    }),
  )
})

const refetched = fc
  .tuple(fc.shuffledSubarray(Array.from({ length: size + 3 }, (_, n) => n)), fc.integer({ min: 1, max: 3 }))
  .map(([order, version]) =>
    makeGallery(
      order.map((n) => makeItem(n, { caption: 'Theirs' })),
      version,
    ),
  )

test('a refetch changes no order, no membership and no edited text of a draft with edits', () => {
  fc.assert(
    fc.property(anything, refetched, (events, gallery) => {
      const draft = play(draftOf(saved), ...events)
      fc.pre(isDirty(draft))
      const after = play(draft, { type: 'baseRefreshed', gallery })
      expect(idsOf(after)).toEqual(idsOf(draft))
      expect(editedTexts(after)).toEqual(editedTexts(draft))
      expect(isDirty(after)).toBe(true)
    }),
  )
})

test('a save lands without changing what a person sees, whatever was edited meanwhile', () => {
  fc.assert(
    fc.property(anything, anything, (before, during) => {
      const sent = play(draftOf(saved), ...before, addFile(100), finishUpload(100))
      const draft = play(sent, startSave(sent), ...during)
      const landed = play(draft, { type: 'saveSucceeded', gallery: answerTo(sent) })
      expect(idsOf(landed)).toEqual(idsOf(draft))
      expect(landed.items.map(({ caption, alt, isCover }) => ({ caption, alt, isCover }))).toEqual(
        draft.items.map(({ caption, alt, isCover }) => ({ caption, alt, isCover })),
      )
    }),
  )
})

const numberOf = (mediaId: string): number => Number(mediaId.slice(-12))

/** What a server answers to a save of this draft. */
function answerTo(draft: Draft) {
  const items = (toSaveBody(draft).items ?? []).flatMap((entry) => {
    if (typeof entry === 'string' || !('mediaId' in entry)) return []
    const { mediaId, replaceWith: _, ...texts } = entry
    return [makeItem(numberOf(mediaId), texts)]
  })
  return makeGallery(items, 2)
}

function editedTexts(draft: Draft) {
  const base = new Map(draft.base.items.map((item) => [item.id, item]))
  return draft.items.filter((item) => item !== base.get(item.id) && item.caption === 'C').map((item) => item.id)
}

test('what a save would change is the whole difference, whatever the lists have in common', () => {
  fc.assert(
    fc.property(anything, (events) => {
      const draft = play(draftOf(saved), ...events)
      const whole = diffGallery(draft.base.items.map(toDiffItem), draft.items.map(toDiffItem))
      const found = selectChanges(draft)
      expect({ ...found, moved: found.moved.length }).toEqual({ ...whole, moved: whole.moved.length })
    }),
  )
})

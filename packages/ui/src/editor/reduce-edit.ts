import type { Draft } from './draft.ts'
import type { AddedFile, EditEvent } from './draft-event.ts'
import type { DraftItem } from './draft-item.ts'
import { type AddedUpload, type DraftUploads, toQueuedUpload } from './draft-upload.ts'
import { dropReplacement, replaceItem, setAlt, setCaption, setCover } from './edit-items.ts'
import { type EditKind, recordEdit } from './history.ts'
import { insertItems, moveItems, removeItems } from './place-items.ts'
import { restoreItems } from './restore-items.ts'

/** What a person's edit makes of the draft, and the step of history it is. */
export function reduceEdit(draft: Draft, event: EditEvent): Draft {
  const edited = recordEdit(draft, editItems(draft, event), {
    kind: kindOf[event.type],
    count: countOf(event),
    session: 'session' in event ? event.session : undefined,
  })
  const added = uploadsOf(event)
  return added.length === 0 || edited === draft ? edited : { ...edited, uploads: withQueued(draft.uploads, added) }
}

function editItems(draft: Draft, event: EditEvent): readonly DraftItem[] {
  const { items } = draft
  switch (event.type) {
    case 'itemsRemoved':
      return removeItems(items, event.ids)
    case 'itemsRestored':
      return restoreItems(draft, event.ids)
    case 'itemsMoved':
      return moveItems(items, event.ids, event.toIndex)
    case 'filesAdded':
      return insertItems(items, event.files.map(toNewItem), event.atIndex)
    case 'altEdited':
      return setAlt(items, event.ids, event.alt)
    case 'captionEdited':
      return setCaption(items, event.ids, event.caption)
    case 'coverSet':
      return setCover(items, event.id)
    case 'itemReplaced':
      return replaceItem(items, event.id, event.upload.key)
    case 'replacementDropped':
      return dropReplacement(items, event.id)
    default:
      return event satisfies never
  }
}

const kindOf = {
  itemsRemoved: 'removed',
  itemsRestored: 'restored',
  itemsMoved: 'moved',
  filesAdded: 'added',
  altEdited: 'alt',
  captionEdited: 'caption',
  coverSet: 'cover',
  itemReplaced: 'replaced',
  replacementDropped: 'replaced',
} as const satisfies Record<EditEvent['type'], EditKind>

function countOf(event: EditEvent): number {
  if ('ids' in event) return event.ids.length
  return event.type === 'filesAdded' ? event.files.length : 1
}

function uploadsOf(event: EditEvent): readonly AddedUpload[] {
  if (event.type === 'filesAdded') return event.files
  return event.type === 'itemReplaced' ? [event.upload] : []
}

function withQueued(uploads: DraftUploads, added: readonly AddedUpload[]): DraftUploads {
  return new Map([...uploads, ...added.map((upload) => [upload.key, toQueuedUpload(upload)] as const)])
}

function toNewItem({ id, key }: AddedFile): DraftItem {
  const origin = { kind: 'upload', uploadKey: key } as const
  return { id, origin, caption: null, alt: undefined, isCover: false, replaceWith: undefined }
}

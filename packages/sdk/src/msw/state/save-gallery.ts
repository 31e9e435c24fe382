import type { SaveGalleryBody, User } from '../../contract/index.ts'
import { expectRow, type Transaction } from './backend-state.ts'
import type { GalleryRow, ItemRow } from './rows.ts'
import { settleMedia } from './condemn.ts'
import type { DeletionRow, DroppedFile } from './deletion-row.ts'
import { toNextVersion } from './next-version.ts'
import { recordAct } from './record-act.ts'
import { replaceFile } from './replace-file.ts'
import { resolveEntries, type ResolvedList } from './resolve-entries.ts'
import { mediaIdsOf } from './uses.ts'

export interface Save {
  readonly gallery: GalleryRow
  readonly body: SaveGalleryBody
  readonly user: User
}

export interface ActOnGallery {
  readonly gallery: GalleryRow
  readonly deletion: DeletionRow
}

/** Commits title, visibility, order, texts, cover and replacements at once. A save without a change keeps the version. */
export function saveGallery(tx: Transaction, { gallery, body, user }: Save): ActOnGallery {
  const list: ResolvedList =
    body.items === undefined
      ? { items: gallery.items, replacements: [] }
      : resolveEntries(tx, { holder: gallery, entries: body.items, user })
  const { title = gallery.title, published = gallery.published } = body
  const next = { ...gallery, title, published, items: list.items }
  if (list.replacements.length === 0 && isSame(gallery, next))
    return { gallery, deletion: recordAct(tx, toAct(gallery, [])) }
  return commit(tx, { gallery, next, list })
}

interface Change extends Pick<Save, 'gallery'> {
  readonly next: GalleryRow
  readonly list: ResolvedList
}

function commit(tx: Transaction, { gallery, next, list }: Change): ActOnGallery {
  const removed = removedFiles(tx, gallery, next)
  const saved = toNextVersion(tx, next)
  const replaced = list.replacements.map((replacement) => replaceFile(tx, replacement))
  tx.state.galleries.set(saved.id, saved)
  settleMedia(tx, [...mediaIdsOf(gallery), ...mediaIdsOf(saved)])
  const deletion = recordAct(tx, {
    ...toAct(saved, [...removed, ...replaced.map(({ dropped }) => dropped)]),
    undo: {
      galleries: [{ before: gallery, afterVersion: saved.version }],
      media: replaced.map(({ undo: { before, after } }) => ({ before, after: expectRow(tx.state.media, after.id) })),
    },
  })
  return { gallery: saved, deletion }
}

/** It belongs to the gallery's user, whoever saves. */
function toAct(gallery: GalleryRow, dropped: readonly DroppedFile[]) {
  return { userId: gallery.userId, action: 'gallery-saved', gallery, dropped, undo: null } as const
}

type Holder = Pick<GalleryRow, 'items'>

/** The files of the media that one version of a holder has and the next has not. */
export function removedFiles({ state }: Transaction, before: Holder, after: Holder | null): DroppedFile[] {
  const staying = new Set(after === null ? [] : mediaIdsOf(after))
  return [...new Set(mediaIdsOf(before))]
    .filter((id) => !staying.has(id))
    .map((id) => ({ mediaId: id, fileId: expectRow(state.media, id).fileId, reason: 'removed' }))
}

function isSame(before: GalleryRow, after: GalleryRow): boolean {
  return JSON.stringify(factsOf(before)) === JSON.stringify(factsOf(after))
}

function factsOf({ title, published, items }: GalleryRow): unknown[] {
  const places = items.map((item) => [item.kind === 'media' ? item.mediaId : item.url, ...textsOf(item)])
  return [title, published, places]
}

/** An absent alt text inherits, which is not the same as an empty one. */
function textsOf({ caption, alt, isCover }: ItemRow): unknown[] {
  return [caption, alt ?? null, isCover]
}

import { isDeepStrictEqual } from 'node:util'
import type { GalleryEntry, SavedGallery, UploadId } from '@gallerist/sdk/contract'
import { DomainError } from '../../src/domain/domain-error.ts'
import {
  endStaged,
  isAlive,
  newName,
  numberOf,
  persist,
  pickOf,
  stagedOf,
  userOf,
  type ActContext,
} from './act-context.ts'
import {
  settleUses,
  swapFile,
  type ModelDeletion,
  type ModelGallery,
  type ModelItem,
  type ModelMedia,
} from './model.ts'
import { Violation } from './violation.ts'
import { publicUrl } from './world.ts'

const mostGalleries = 4

export async function gallery(context: ActContext): Promise<void> {
  const { world } = context
  if (world.model.galleries.size === mostGalleries) return
  const user = userOf(context)
  const request = { user, body: { title: 'Summer' }, idempotencyKey: newName(context, 'create ') }
  const answer = await persist(() => world.acts.createGallery(world.deps.database, request, world.deps.rules))
  if (answer instanceof DomainError) return
  world.model.galleries.set(answer.id, { id: answer.id, user, version: answer.version, items: [] })
}

interface Draft {
  readonly items: readonly ModelItem[]
  readonly replacement: { readonly media: ModelMedia; readonly uploadId: UploadId } | null
}

export async function save(context: ActContext): Promise<void> {
  const found = pickOf(context, 0, context.world.model.galleries.values())
  if (found === undefined) return
  const draft = edit(context, found)
  const answer = await send(context, found, { draft, baseVersion: found.version })
  if (answer instanceof DomainError) return refuseWrongRefusal(context, draft, answer)
  const inserted: ModelDeletion = {
    id: answer.receipt.id,
    user: found.user,
    galleries: [{ id: found.id, version: answer.gallery.version, items: found.items }],
    directRefs: [],
    swaps: applyReplacement(context, draft),
  }
  context.world.model.deletions.push(inserted)
  found.items = draft.items
  found.version = answer.gallery.version
  settleUses(context.world.model, context.beforeMs + context.world.graceMs)
}

/** A save against a version that is over must change nothing: the model stays as it is. */
export async function saveStale(context: ActContext): Promise<void> {
  const found = pickOf(context, 0, context.world.model.galleries.values())
  if (found === undefined || found.version < 2) return
  const answer = await send(context, found, { draft: edit(context, found), baseVersion: found.version - 1 })
  if (answer instanceof DomainError) return
  throw new Violation('I8', `a save against version ${found.version - 1} was committed at version ${found.version}`)
}

export async function deleteGallery(context: ActContext): Promise<void> {
  const { world } = context
  const found = pickOf(context, 0, world.model.galleries.values())
  if (found === undefined) return
  const baseVersion = numberOf(context, 1, 2) === 0 ? null : found.version
  const request = { user: found.user, galleryId: found.id, baseVersion, idempotencyKey: newName(context, 'delete ') }
  const answer = await persist(() => world.acts.deleteGallery(world.deps.database, request, world.deps.rules))
  if (answer instanceof DomainError) throw new Violation('I8', `deleting a gallery was refused: ${answer.message}`)
  const { id, version, items, user } = found
  world.model.deletions.push({ id: answer.id, user, galleries: [{ id, version, items }], directRefs: [], swaps: [] })
  forget(context, found)
}

/** Somebody with psql, who knows nothing of files. */
export async function cascadeGallery(context: ActContext): Promise<void> {
  const found = pickOf(context, 0, context.world.model.galleries.values())
  if (found === undefined) return
  await context.world.plain.query('delete from galleries where id = $1', [found.id])
  forget(context, found)
}

function forget({ world, beforeMs }: ActContext, found: ModelGallery): void {
  world.model.galleries.delete(found.id)
  settleUses(world.model, beforeMs + world.graceMs)
}

/** The list as a user leaves it: with some pictures added, removed, moved, described or replaced. */
function edit(context: ActContext, { items, user }: ModelGallery): Draft {
  const at = numberOf(context, 2, Math.max(1, items.length))
  const shown = new Set(items.map((item) => item.mediaId))
  const mine = [...context.world.model.media.values()].filter((media) => media.user === user && !shown.has(media.id))
  const alive = mine.filter((media) => isAlive(context, media))
  const added = pickOf(context, 3, numberOf(context, 4, 12) === 0 ? mine : alive)
  const additions = added === undefined ? [] : [{ mediaId: added.id, externalUrl: null, caption: null }]
  const rest = items.filter((_, index) => index !== at)
  switch (numberOf(context, 1, 9)) {
    case 0:
    case 1:
    case 2:
      return { items: [...items, ...additions], replacement: null }
    case 3:
      return { items: rest, replacement: null }
    case 4:
      return { items: [...rest, ...additions].toReversed(), replacement: null }
    case 5:
      return { items: [], replacement: null }
    case 6:
      return { items: items.map((item) => ({ ...item, caption: newName(context, 'caption ') })), replacement: null }
    case 7:
      return { items: [...rest, externalItem(context)], replacement: null }
    default:
      return { items, replacement: replacementOf(context, items[at], user) }
  }
}

function externalItem(context: ActContext): ModelItem {
  return { mediaId: null, externalUrl: newName(context, 'https://elsewhere.example/media/'), caption: null }
}

function replacementOf(
  context: ActContext,
  item: ModelItem | undefined,
  user: ModelGallery['user'],
): Draft['replacement'] {
  const media = item?.mediaId ? context.world.model.media.get(item.mediaId) : undefined
  const staged = stagedOf(context, user, 5)
  return media && staged && media !== staged ? { media, uploadId: staged.uploadId } : null
}

async function send(
  context: ActContext,
  found: ModelGallery,
  { draft, baseVersion }: { draft: Draft; baseVersion: number },
): Promise<SavedGallery | DomainError> {
  const { world } = context
  const { database, rules } = world.deps
  const body = { items: draft.items.map((item) => toEntry(context, item, draft)) }
  const idempotencyKey = newName(context, 'save ')
  const request = { user: found.user, galleryId: found.id, baseVersion, body, idempotencyKey }
  const answer = await persist(() => world.acts.saveGallery(database, request, rules))
  if (answer instanceof DomainError || numberOf(context, 6, 3) > 0) return answer
  const again = await persist(() => world.acts.saveGallery(database, request, rules))
  if (isDeepStrictEqual(again, answer)) return answer
  throw new Violation('I8', 'the retry of a committed save got another answer')
}

/** Legacy clients write URLs where there is nothing else to say. */
function toEntry(context: ActContext, item: ModelItem, draft: Draft): GalleryEntry {
  if (item.mediaId === null) return { url: item.externalUrl ?? '', caption: item.caption }
  const replacement = draft.replacement?.media.id === item.mediaId ? draft.replacement : null
  if (replacement) return { mediaId: item.mediaId, caption: item.caption, replaceWith: replacement.uploadId }
  const media = context.world.model.media.get(item.mediaId)
  if (media === undefined || numberOf(context, 7, 3) > 0) return { mediaId: item.mediaId, caption: item.caption }
  const url = `${publicUrl}/${media.file.keys[numberOf(context, 6, 3)]}?v=7`
  return item.caption === null && numberOf(context, 7, 2) === 0 ? url : { url, caption: item.caption }
}

function applyReplacement(context: ActContext, { replacement }: Draft): ModelDeletion['swaps'] {
  const staged = replacement ? endStaged(context, replacement.uploadId) : undefined
  if (!replacement || !staged) return []
  const { media } = replacement
  const swap = { mediaId: media.id, from: media.file, to: staged.file }
  swapFile(context.world.model, { media, to: staged.file, dueMs: context.beforeMs + context.world.graceMs })
  return [swap]
}

function refuseWrongRefusal(context: ActContext, draft: Draft, error: DomainError): void {
  const used = draft.items.map((item) =>
    item.mediaId === null ? undefined : context.world.model.media.get(item.mediaId),
  )
  const areAlive = used.every((media) => media === undefined || isAlive(context, media))
  if (areAlive) throw new Violation('I4', `a save of pictures that all exist was refused: ${error.message}`)
}

import {
  mediaIdSchema,
  parseEntry,
  type GalleryEntry,
  type MediaId,
  type ParsedEntry,
  type User,
} from '../../contract/index.ts'
import type { BackendState, Transaction } from './backend-state.ts'
import type { GalleryRow, ItemRow } from './rows.ts'
import { refuse } from './refusal.ts'
import type { Replacement } from './replace-file.ts'
import { resolveReplacements } from './resolve-replacements.ts'
import { mediaIdsOf } from './uses.ts'

export interface SavedList {
  /** What may be named though somebody else owns it: what the holder shows. */
  readonly holder: Pick<GalleryRow, 'items'>
  readonly entries: readonly GalleryEntry[]
  readonly user: User
}

export interface ResolvedList {
  readonly items: readonly ItemRow[]
  readonly replacements: readonly Replacement[]
}

type Resolved = { readonly spelling: string } & (
  | { readonly state: 'found'; readonly item: ItemRow }
  | { readonly state: 'unknown' | 'gone'; readonly mediaId: string }
)

/** Turns the entries of a saved list, in any spelling, into items; refuses what names nothing that may be used. */
export function resolveEntries(tx: Transaction, list: SavedList): ResolvedList {
  const parsed = list.entries.map((entry) => ({
    spelling: spellingOf(entry),
    entry: parseEntry(entry, tx.settings.bases),
  }))
  const resolved = parsed.map(({ spelling, entry }) => resolveEntry(tx.state, list, { spelling, entry }))
  refuseUnresolved(resolved)
  const items = withOneCover(resolved.flatMap((one) => (one.state === 'found' ? [one.item] : [])))
  refuseDuplicates(items, resolved)
  const replacements = resolveReplacements(tx, { items, user: list.user, entries: parsed.map(({ entry }) => entry) })
  return { items, replacements }
}

function spellingOf(entry: GalleryEntry): string {
  if (typeof entry === 'string') return entry
  return 'url' in entry ? entry.url : entry.mediaId
}

function resolveEntry(
  state: BackendState,
  { holder: shown, user }: SavedList,
  { spelling, entry }: { spelling: string; entry: ParsedEntry },
): Resolved {
  const { caption, alt, isCover } = entry
  const texts = { caption, alt, isCover }
  if (entry.kind === 'external')
    return { spelling, state: 'found', item: { kind: 'external', url: entry.url, ...texts } }
  const mediaId = entry.kind === 'media' ? mediaIdSchema.parse(entry.mediaId) : mediaIdOfKey(state, entry.key)
  if (mediaId === null) return { spelling, state: 'unknown', mediaId: spelling }
  const holder = state.media.get(mediaId)?.userId ?? state.goneMedia.get(mediaId)
  const isShown = mediaIdsOf(shown).includes(mediaId)
  const takesBytes = entry.kind === 'media' && entry.replaceWith !== undefined
  const allowed = holder === user.id || user.role === 'admin' || (isShown && !takesBytes)
  if (holder === undefined || !allowed) return { spelling, state: 'unknown', mediaId }
  if (!state.media.has(mediaId)) return { spelling, state: 'gone', mediaId }
  return { spelling, state: 'found', item: { kind: 'media', mediaId, ...texts } }
}

function mediaIdOfKey(state: BackendState, key: string): MediaId | null {
  for (const file of state.files.values())
    if (file.originalKey === key || file.thumbnails.some((thumbnail) => thumbnail.key === key))
      return state.media.get(file.mediaId)?.fileId === file.id ? file.mediaId : null
  return null
}

function refuseUnresolved(resolved: readonly Resolved[]): void {
  const unknown = resolved.filter((one) => one.state === 'unknown').map(({ spelling }) => spelling)
  if (unknown.length > 0)
    throw refuse('MEDIA_UNKNOWN', `The list names nothing of yours: ${unknown.join(', ')}.`, { entries: unknown })
  const gone = resolved.flatMap((one) => (one.state === 'gone' ? [one.mediaId] : []))
  if (gone.length > 0)
    throw refuse('MEDIA_GONE', `Deleted from storage: ${gone.join(', ')}. Upload them anew.`, { mediaIds: gone })
}

function refuseDuplicates(items: readonly ItemRow[], resolved: readonly Resolved[]): void {
  const seen = new Set<string>()
  const entries = items.flatMap((item, index) => {
    const identity = item.kind === 'media' ? item.mediaId : item.url
    if (seen.has(identity)) return [resolved[index]?.spelling ?? identity]
    seen.add(identity)
    return []
  })
  if (entries.length > 0) throw refuse('DUPLICATE_ITEM', `Named more than once: ${entries.join(', ')}.`, { entries })
}

function withOneCover(items: readonly ItemRow[]): ItemRow[] {
  const cover = items.findIndex((item) => item.isCover)
  return items.map((item, index) => ({ ...item, isCover: index === cover }))
}

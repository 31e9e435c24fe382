import {
  parseEntry,
  type GalleryEntry,
  type MediaId,
  type ObjectBases,
  type ParsedEntry,
  type User,
} from '@gallerist/sdk/contract'
import type { Sql } from '../db/database.ts'
import { findMediaByKeys, lockMedia, readMedia, type MediaRow } from '../db/media.ts'
import { readFormerMedia } from '../db/uploads.ts'
import { canWrite } from './access.ts'
import { refuse } from './domain-error.ts'
import { keyOfItem, type ItemHolder, type StoredItem, type WantedItem } from './gallery-item.ts'

/** A list of a holder, and what a save says of it. */
export interface SavedList {
  readonly holder: ItemHolder
  readonly before: readonly StoredItem[]
  /** Undefined: the save does not name it, and it stays. */
  readonly entries: readonly GalleryEntry[] | undefined
}

export interface EntryResolution {
  /** Whose media may be named: their own, an admin's anybody's. */
  readonly user: User
  readonly bases: ObjectBases
}

export interface ResolvedList extends SavedList {
  readonly after: readonly WantedItem[]
}

export interface ResolvedLists {
  /** Those that the save names. */
  readonly lists: readonly ResolvedList[]
  /** Media that take an upload's file, by media id. */
  readonly replacements: ReadonlyMap<MediaId, string>
}

interface ResolvedEntry {
  readonly item: WantedItem
  readonly written: string
  readonly replaceWith: string | undefined
}

/**
 * Turns the saved lists of a holder into places: ids and URLs resolve only among media that the user owns or the holder
 * already shows, and only the user's own take other bytes. Locks every media that the save touches, in the order of
 * their ids.
 *
 * @throws DomainError MEDIA_UNKNOWN, MEDIA_GONE, DUPLICATE_ITEM
 */
export async function resolveLists(
  tx: Sql,
  saved: readonly SavedList[],
  resolution: EntryResolution,
): Promise<ResolvedLists> {
  const parsed = saved.flatMap((list) =>
    list.entries === undefined
      ? []
      : [{ list, entries: list.entries.map((entry) => ({ entry, parsed: parseEntry(entry, resolution.bases) })) }],
  )
  const byKey = await findMediaByKeys(
    tx,
    parsed.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.parsed.kind === 'object' ? [entry.parsed.key] : [])),
    ),
  )
  const lost: string[] = []
  const resolved = parsed.map(({ list, entries }) => ({
    list,
    entries: entries.flatMap(({ entry, parsed: one }) => {
      const found = resolve(one, writtenAs(entry), byKey)
      if (found === null) lost.push(writtenAs(entry))
      return found ?? []
    }),
  }))
  if (lost.length > 0) throw unknownMedia(lost)
  for (const { entries } of resolved) refuseDuplicates(entries)
  const all = resolved.flatMap(({ entries }) => entries)
  const replacements = toReplacements(all)
  await refuseForeign(tx, all, saved, resolution.user)
  return {
    lists: resolved.map(({ list, entries }) => ({ ...list, after: withOneCover(entries.map(({ item }) => item)) })),
    replacements,
  }
}

/** A media that stands in two fields takes one upload's bytes. */
function toReplacements(resolved: readonly ResolvedEntry[]): Map<MediaId, string> {
  const replacements = new Map<MediaId, string>()
  for (const { item, written, replaceWith } of resolved) {
    if (item.mediaId === null || replaceWith === undefined) continue
    if ((replacements.get(item.mediaId) ?? replaceWith) !== replaceWith) throw duplicate([written])
    replacements.set(item.mediaId, replaceWith)
  }
  return replacements
}

/** Null for a URL of ours that names no media. */
function resolve(entry: ParsedEntry, written: string, byKey: ReadonlyMap<string, MediaId>): ResolvedEntry | null {
  const texts = { caption: entry.caption, alt: entry.alt ?? null, isCover: entry.isCover }
  switch (entry.kind) {
    case 'external':
      return { item: { mediaId: null, externalUrl: entry.url, ...texts }, written, replaceWith: undefined }
    case 'object': {
      const mediaId = byKey.get(entry.key)
      if (mediaId === undefined) return null
      return { item: { mediaId, externalUrl: null, ...texts }, written, replaceWith: undefined }
    }
    case 'media':
      return { item: { mediaId: entry.mediaId, externalUrl: null, ...texts }, written, replaceWith: entry.replaceWith }
  }
}

/** A gallery has one cover at most: the first that claims to be it. */
function withOneCover(items: readonly WantedItem[]): WantedItem[] {
  const cover = items.findIndex((item) => item.isCover)
  return items.map((item, index) => ({ ...item, isCover: index === cover }))
}

function refuseDuplicates(resolved: readonly ResolvedEntry[]): void {
  const seen = new Set<string>()
  const twice = resolved
    .filter(({ item }) => seen.size === seen.add(keyOfItem(item)).size)
    .map(({ written }) => written)
  if (twice.length > 0) throw duplicate(twice)
}

function duplicate(entries: string[]): Error {
  return refuse('DUPLICATE_ITEM', `The list names ${entries[0]} more than once. Name each picture once.`, { entries })
}

async function refuseForeign(
  tx: Sql,
  resolved: readonly ResolvedEntry[],
  saved: readonly SavedList[],
  user: User,
): Promise<void> {
  const mediaOf = (lists: readonly SavedList[]) =>
    lists.flatMap(({ before }) => before.flatMap((item) => item.mediaId ?? []))
  const shown = new Set(mediaOf(saved.filter((list) => list.entries !== undefined)))
  const untouched = new Set(mediaOf(saved.filter((list) => list.entries === undefined)))
  const wanted = resolved.flatMap(({ item }) => item.mediaId ?? [])
  const kept = new Set(wanted)
  const replaced = new Set(resolved.flatMap(({ item, replaceWith }) => (replaceWith && item.mediaId) || []))
  const claimed = wanted.filter((id) => !(shown.has(id) || untouched.has(id)) || replaced.has(id))
  await lockMedia(tx, [...claimed, ...[...shown].filter((id) => !kept.has(id))])
  const existing = new Map((await readMedia(tx, claimed)).map((media) => [media.id, media]))
  const foreign = claimed.filter((id) => !canUse(user, existing.get(id)))
  if (foreign.length === 0) return
  const former = await readFormerMedia(tx, user, foreign)
  const gone = foreign.filter((id) => !existing.has(id) && former.has(id))
  if (gone.length < foreign.length) {
    const unknown = new Set(foreign.filter((id) => !gone.includes(id)))
    throw unknownMedia(
      resolved.flatMap(({ item, written }) => (item.mediaId && unknown.has(item.mediaId) ? [written] : [])),
    )
  }
  throw refuse('MEDIA_GONE', `The files of ${gone.length} pictures are deleted for good. Upload them anew.`, {
    mediaIds: gone,
  })
}

function canUse(user: User, media: MediaRow | undefined): boolean {
  return media !== undefined && canWrite(user, media)
}

function unknownMedia(entries: string[]): Error {
  return refuse('MEDIA_UNKNOWN', `The list names ${entries[0]}, which is no media of yours. Take it out of the list.`, {
    entries,
  })
}

function writtenAs(entry: GalleryEntry | undefined): string {
  if (entry === undefined || typeof entry === 'string') return entry ?? ''
  return 'url' in entry ? entry.url : entry.mediaId
}

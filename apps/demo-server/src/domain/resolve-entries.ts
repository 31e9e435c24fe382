import {
  parseEntry,
  type GalleryEntry,
  type GalleryId,
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
import { keyOfItem, type StoredItem, type WantedItem } from './gallery-item.ts'

export interface EntryResolution {
  readonly galleryId: GalleryId
  /** Whose media may be named: their own, an admin's anybody's. */
  readonly user: User
  readonly before: readonly StoredItem[]
  readonly bases: ObjectBases
}

export interface ResolvedList {
  readonly items: readonly WantedItem[]
  /** Media that take an upload's file, by media id. */
  readonly replacements: ReadonlyMap<MediaId, string>
}

interface ResolvedEntry {
  readonly item: WantedItem
  readonly written: string
  readonly replaceWith: string | undefined
}

/**
 * Turns a saved list into places: ids and URLs resolve only among media that the user owns or the gallery already
 * shows, and only the user's own take other bytes. Locks every media that the save touches, in the order of their ids.
 *
 * @throws DomainError MEDIA_UNKNOWN, MEDIA_GONE, DUPLICATE_ITEM
 */
export async function resolveEntries(
  tx: Sql,
  entries: readonly GalleryEntry[],
  resolution: EntryResolution,
): Promise<ResolvedList> {
  const parsed = entries.map((entry) => parseEntry(entry, resolution.bases))
  const byKey = await findMediaByKeys(
    tx,
    parsed.flatMap((entry) => (entry.kind === 'object' ? [entry.key] : [])),
  )
  const found = parsed.map((entry, index) => resolve(entry, writtenAs(entries[index]), byKey))
  const lost = found.flatMap((one, index) => (one === null ? [writtenAs(entries[index])] : []))
  if (lost.length > 0) throw unknownMedia(lost)
  const resolved = found.filter((one) => one !== null)
  refuseDuplicates(resolved)
  await refuseForeign(tx, resolved, resolution)
  return {
    items: withOneCover(resolved.map(({ item }) => item)),
    replacements: new Map(
      resolved.flatMap(({ item, replaceWith }) =>
        item.mediaId === null || replaceWith === undefined ? [] : [[item.mediaId, replaceWith] as const],
      ),
    ),
  }
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
  if (twice.length === 0) return
  throw refuse('DUPLICATE_ITEM', `The list names ${twice[0]} more than once. Name each picture once.`, {
    entries: twice,
  })
}

async function refuseForeign(tx: Sql, resolved: readonly ResolvedEntry[], resolution: EntryResolution): Promise<void> {
  const shown = new Set(resolution.before.flatMap((item) => item.mediaId ?? []))
  const wanted = resolved.flatMap(({ item }) => item.mediaId ?? [])
  const kept = new Set(wanted)
  const replaced = new Set(resolved.flatMap(({ item, replaceWith }) => (replaceWith && item.mediaId) || []))
  const claimed = wanted.filter((id) => !shown.has(id) || replaced.has(id))
  await lockMedia(tx, [...claimed, ...[...shown].filter((id) => !kept.has(id))])
  const { user } = resolution
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

import type { Media, Plan, PlannedFile, Use } from '@gallerist/sdk/contract'
import type { Draft } from './draft.ts'
import type { DraftItem } from './draft-item.ts'
import { selectChanges, selectRemoved } from './select-changes.ts'
import { labelOf, storedImage } from './select-tiles.ts'
import type { TileImage } from './tile.ts'

/** What a save does to stored files. */
export interface Forecast {
  readonly deleteCount: number
  readonly deleteBytes: number
  readonly keepCount: number
  /** False: reckoned from what the draft knows, without asking who else uses the files. */
  readonly isExact: boolean
}

/** What becomes of a removed item's file. */
export interface RemovedItem {
  readonly id: string
  readonly label: string
  readonly image: TileImage | null
  readonly fate: 'delete' | 'keep' | 'external'
  readonly usedBy: readonly Use[]
}

/** What a save would delete; null where it touches no file. The server's plan knows, the draft can only reckon. */
export function selectForecast(draft: Draft, plan: Plan | null): Forecast | null {
  const media = affectedMedia(draft)
  if (media.length === 0) return null
  if (plan) return { ...plan, isExact: true }
  const deleteBytes = media.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0)
  return { deleteCount: media.length, deleteBytes, keepCount: 0, isExact: false }
}

/** The removed items with what becomes of their files. */
export function selectRemovedItems(draft: Draft, plan: Plan | null): readonly RemovedItem[] {
  const planned = new Map((plan?.files ?? []).map((file): [string, PlannedFile] => [file.mediaId, file]))
  return selectRemoved(draft).map((item) => {
    const file = item.origin.kind === 'media' ? planned.get(item.origin.media.id) : undefined
    const fate = item.origin.kind === 'media' ? (file?.verdict ?? 'delete') : 'external'
    return { id: item.id, label: labelOf(item), image: storedImage(item), fate, usedBy: file?.usedBy ?? [] }
  })
}

/** Names the removals and replacements of a draft: equal keys have equal plans. Empty where no file is touched. */
export function selectPlanKey(draft: Draft): readonly string[] {
  const { removed, replaced } = selectChanges(draft)
  const uploadIds = draft.items.flatMap(
    ({ replaceWith }) => draft.uploads.get(replaceWith ?? '')?.result?.uploadId ?? [],
  )
  return removed.length + replaced.length === 0 ? [] : [...removed, ...uploadIds]
}

function affectedMedia(draft: Draft): readonly Media[] {
  const replaced = new Set(selectChanges(draft).replaced)
  const changed = [...selectRemoved(draft), ...draft.base.items.filter(({ id }) => replaced.has(id))]
  return changed.flatMap(({ origin }: DraftItem) => (origin.kind === 'media' ? [origin.media] : []))
}

import { longestIncreasingIndexes } from './longest-increasing.ts'

/** One place of a list, as far as a diff needs to know it. */
export interface DiffItem {
  /** Identity: the media's id, or an external entry's URL. */
  readonly key: string
  readonly caption: string | null
  readonly alt?: string | undefined
  readonly isCover: boolean
  /** The upload whose bytes the item takes on save. */
  readonly replaceWith?: string | undefined
}

export type EditedField = 'caption' | 'alt' | 'isCover'

export interface GalleryDiff {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly replaced: readonly string[]
  /** The fewest items whose move turns the old order into the new one. */
  readonly moved: readonly string[]
  readonly edited: readonly { readonly key: string; readonly fields: readonly EditedField[] }[]
}

const editableFields: readonly EditedField[] = ['caption', 'alt', 'isCover']

/**
 * Says what a save would change, by identity and never by position or URL spelling. Keys are unique in each list.
 *
 * @example diffGallery(saved.items.map(toDiffItem), draft.items.map(toDiffItem)).removed
 */
export function diffGallery(before: readonly DiffItem[], after: readonly DiffItem[]): GalleryDiff {
  const positions = new Map(before.map((item, index) => [item.key, { item, index }]))
  const afterKeys = new Set(after.map((item) => item.key))
  const kept = after.filter((item) => positions.has(item.key))
  const oldOrder = kept.map((item) => positions.get(item.key)?.index ?? 0)
  const staying = new Set(longestIncreasingIndexes(oldOrder))
  return {
    added: after.filter((item) => !positions.has(item.key)).map((item) => item.key),
    removed: before.filter((item) => !afterKeys.has(item.key)).map((item) => item.key),
    replaced: after.filter((item) => item.replaceWith !== undefined).map((item) => item.key),
    moved: kept.filter((_, index) => !staying.has(index)).map((item) => item.key),
    edited: kept.flatMap((item) => {
      const old = positions.get(item.key)?.item
      const fields = editableFields.filter((field) => old?.[field] !== item[field])
      return fields.length > 0 ? [{ key: item.key, fields }] : []
    }),
  }
}

/** Says whether a save of these differences would change anything. */
export function isEmptyDiff(diff: GalleryDiff): boolean {
  return Object.values(diff).every((changes: readonly unknown[]) => changes.length === 0)
}

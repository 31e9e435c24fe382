import type { Draft } from './draft.ts'
import { isDirty, selectChanges } from './select-changes.ts'
import { selectConflict } from './select-conflict.ts'
import { selectUploadProgress } from './select-uploads.ts'

/** How much of each kind a save would change. */
export interface ChangeCounts {
  readonly added: number
  readonly removed: number
  readonly replaced: number
  readonly moved: number
  readonly altTexts: number
  readonly captions: number
  readonly isCoverChanged: boolean
}

/**
 * `blocked`: an upload has failed and a person has to decide. `conflicted`: somebody saved a newer version.
 * `waiting`: the save starts when the uploads have ended.
 */
export type SaveStatus = 'clean' | 'ready' | 'blocked' | 'waiting' | 'saving' | 'failed' | 'conflicted'

export interface SaveOutlook {
  readonly status: SaveStatus
  readonly changes: ChangeCounts
  readonly pendingCount: number
  readonly stuckIds: readonly string[]
}

/**
 * What a save does about uploads that have not ended: wait for them, save without them (they stay in the draft),
 * or not save at all until they have.
 */
export type SaveMode = 'wait' | 'leave-out' | 'refuse'

/** All that a save bar shows. */
export function selectSaveOutlook(draft: Draft, mode: SaveMode = 'wait'): SaveOutlook {
  const { pendingCount, stuck } = selectUploadProgress(draft)
  const stuckIds = mode === 'leave-out' ? [] : stuck.map(({ id }) => id)
  return { status: statusOf(draft, stuckIds), changes: selectChangeCounts(draft), pendingCount, stuckIds }
}

function statusOf(draft: Draft, stuckIds: readonly string[]): SaveStatus {
  if (draft.save.kind === 'saving') return 'saving'
  if (!isDirty(draft)) return 'clean'
  if (selectConflict(draft)) return 'conflicted'
  if (stuckIds.length > 0) return 'blocked'
  return draft.save.kind === 'idle' ? 'ready' : draft.save.kind
}

function selectChangeCounts(draft: Draft): ChangeCounts {
  const { added, removed, replaced, moved, edited } = selectChanges(draft)
  const withField = (field: 'alt' | 'caption' | 'isCover') =>
    edited.filter(({ fields }) => fields.includes(field)).length
  return {
    added: added.length,
    removed: removed.length,
    replaced: replaced.length,
    moved: moved.length,
    altTexts: withField('alt'),
    captions: withField('caption'),
    isCoverChanged: withField('isCover') > 0,
  }
}

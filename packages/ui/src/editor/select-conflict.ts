import type { Gallery } from '@gallerist/sdk/contract'
import type { Draft } from './draft.ts'
import { isRetry } from './to-save-body.ts'

/**
 * The newer version that stands against the draft; null where there is none, or where it may be this draft's own save,
 * whose answer is awaited or was lost. Trying that one again tells.
 */
export function selectConflict(draft: Draft): Gallery | null {
  if (draft.theirs === null || draft.save.kind === 'saving') return null
  return isRetry(draft) ? null : draft.theirs
}

import type { Plan } from '@gallerist/sdk/contract'
import { galleristKeys, useGalleristClient } from '@gallerist/sdk/react'
import { useQuery } from '@tanstack/react-query'
import type { Draft } from '../editor/draft.ts'
import { selectPlanKey } from '../editor/select-forecast.ts'
import { toSaveBody } from '../editor/to-save-body.ts'
import { useDebounced } from './use-debounced.ts'

/** Removing one image after the other asks once. */
const planDelayMs = 400

/** What the server says a save of this draft would delete and keep; null while it is not known. Deletes nothing. */
export function usePlan(galleryId: string, draft: Draft, isEnabled: boolean): Plan | null {
  const client = useGalleristClient()
  const key = selectPlanKey(draft).join(' ')
  const settledKey = useDebounced(key, planDelayMs)
  const { data } = useQuery({
    queryKey: [...galleristKeys.gallery(galleryId), 'plan', draft.base.version, settledKey],
    queryFn: ({ signal }) =>
      client.planGallerySave(galleryId, { ...toSaveBody(draft), baseVersion: draft.base.version, signal }),
    enabled: isEnabled && key !== '' && key === settledKey && draft.theirs === null,
    retry: false,
    staleTime: 30_000,
  })
  return key === settledKey ? (data ?? null) : null
}

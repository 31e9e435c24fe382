import type { GalleristClient, Plan } from '@gallerist/sdk'
import { galleristKeys } from '@gallerist/sdk/react'
import { queryOptions } from '@tanstack/react-query'

/** What deleting a gallery would do now; never an old answer. */
export function deletionPlanQuery(client: GalleristClient, galleryId: string) {
  return queryOptions<Plan>({
    queryKey: [...galleristKeys.gallery(galleryId), 'deletion-plan'],
    queryFn: ({ signal }) => client.galleries.planDelete(galleryId, { signal }),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
}

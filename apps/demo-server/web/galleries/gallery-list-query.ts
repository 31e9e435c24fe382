import type { GalleristClient, GallerySummary } from '@gallerist/sdk'
import { galleristKeys } from '@gallerist/sdk/react'
import { queryOptions } from '@tanstack/react-query'
import { collect } from '../format/collect.ts'

/** All galleries of the user, page after page; fetched anew with the SDK's other lists. */
export function galleryListQuery(client: GalleristClient) {
  return queryOptions<GallerySummary[]>({
    queryKey: [...galleristKeys.galleryLists(), 'all-pages'],
    queryFn: ({ signal }) => collect(client.galleries.list({ limit: 100 }, { signal })),
    retry: false,
  })
}

import { queryOptions } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { Gallery, GallerySummary, Page, PageQuery } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { galleristKeys } from './gallerist-keys.ts'
import { keepNewerGallery } from './keep-newer-gallery.ts'

/**
 * Query options of galleries.
 *
 * @example const gallery = useQuery(galleryQueries.detail(client, galleryId))
 */
export const galleryQueries = {
  /** One page. */
  list: (client: GalleristClient, query: PageQuery = {}) =>
    queryOptions<Page<GallerySummary>, GalleristError>({
      queryKey: galleristKeys.galleryList(query),
      queryFn: ({ signal }) => client.galleries.list(query, { signal }),
      retry: false,
    }),

  /** A fetched gallery that is older than the cached one is ignored. */
  detail: (client: GalleristClient, galleryId: string) =>
    queryOptions<Gallery, GalleristError>({
      queryKey: galleristKeys.gallery(galleryId),
      queryFn: ({ signal }) => client.galleries.get(galleryId, { signal }),
      structuralSharing: keepNewerGallery,
      retry: false,
    }),
}

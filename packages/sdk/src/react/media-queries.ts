import { queryOptions } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { Attachment, ListMediaQuery, Media, Page, PageQuery } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { galleristKeys } from './gallerist-keys.ts'

/** Query options of media. */
export const mediaQueries = {
  /** One page. */
  list: (client: GalleristClient, query: ListMediaQuery = {}) =>
    queryOptions<Page<Media>, GalleristError>({
      queryKey: galleristKeys.mediaList(query),
      queryFn: ({ signal }) => client.media.list(query, { signal }),
      retry: false,
    }),

  detail: (client: GalleristClient, mediaId: string) =>
    queryOptions<Media, GalleristError>({
      queryKey: galleristKeys.mediaDetail(mediaId),
      queryFn: ({ signal }) => client.media.get(mediaId, { signal }),
      retry: false,
    }),

  /** One page of the media attached to an object, in order. */
  forObject: (client: GalleristClient, attachment: Attachment, query: PageQuery = {}) =>
    queryOptions<Page<Media>, GalleristError>({
      queryKey: galleristKeys.mediaForObject(attachment, query),
      queryFn: ({ signal }) => client.media.forObject(attachment, query, { signal }),
      retry: false,
    }),
}

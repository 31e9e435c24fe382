import { queryOptions } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { ContentTypeName, Document, Page, PageQuery } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { galleristKeys } from './gallerist-keys.ts'
import { keepNewerGallery } from './keep-newer-gallery.ts'

/**
 * Query options of documents.
 *
 * @example const article = useQuery(contentQueries.detail(client, 'articles', documentId))
 */
export const contentQueries = {
  /** One page. */
  list: <Name extends ContentTypeName>(client: GalleristClient, contentType: Name, query: PageQuery = {}) =>
    queryOptions<Page<Document<Name>>, GalleristError>({
      queryKey: galleristKeys.documentList(contentType, query),
      queryFn: ({ signal }) => client.content(contentType).list(query, { signal }),
      retry: false,
    }),

  /** A fetched document that is older than the cached one is ignored. */
  detail: <Name extends ContentTypeName>(client: GalleristClient, contentType: Name, documentId: string) =>
    queryOptions<Document<Name>, GalleristError>({
      queryKey: galleristKeys.document(contentType, documentId),
      queryFn: ({ signal }) => client.content(contentType).get(documentId, { signal }),
      structuralSharing: keepNewerGallery,
      retry: false,
    }),
}

import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { AnyDocument, Gallery, Media, Receipt } from '../contract/index.ts'
import { galleristKeys } from './gallerist-keys.ts'
import { keepNewerGallery } from './keep-newer-gallery.ts'

/** Puts answers of mutations into the cache, and has the rest fetched anew. */
export function createCacheWriter(queryClient: QueryClient) {
  const refetch = async (...keys: QueryKey[]): Promise<void> => {
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
  }
  return {
    writeGallery: (gallery: Gallery) =>
      queryClient.setQueryData(galleristKeys.gallery(gallery.id), (cached: unknown) =>
        keepNewerGallery(cached, gallery),
      ),
    writeDocument: (document: Pick<AnyDocument, 'id' | 'contentType'>) =>
      queryClient.setQueryData(galleristKeys.document(document.contentType, document.id), (cached: unknown) =>
        keepNewerGallery(cached, document),
      ),
    writeMedia: (media: Media) => queryClient.setQueryData(galleristKeys.mediaDetail(media.id), media),
    writeReceipt: (receipt: Receipt) => queryClient.setQueryData(galleristKeys.deletion(receipt.id), receipt),
    drop: (queryKey: QueryKey) => queryClient.removeQueries({ queryKey, exact: true }),
    refetch,
    /** All galleries and media, except the one query whose answer was just written. */
    refetchAllBut: async (written: QueryKey): Promise<void> => {
      await Promise.all([
        queryClient.invalidateQueries({
          queryKey: galleristKeys.galleries(),
          predicate: (query) => query.queryHash !== hashKey(written),
        }),
        refetch(galleristKeys.media()),
      ])
    },
  }
}

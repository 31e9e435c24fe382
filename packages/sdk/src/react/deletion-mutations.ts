import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { ActOptions } from '../client/endpoint-input.ts'
import type { UndoneDeletion } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { createCacheWriter } from './cache-writer.ts'
import { galleristKeys } from './gallerist-keys.ts'

export interface UndoDeletionVariables extends ActOptions {
  readonly deletionId: string
}

/** Mutation options of receipts. */
export const deletionMutations = {
  undo: (client: GalleristClient, queryClient: QueryClient) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<UndoneDeletion, GalleristError, UndoDeletionVariables>({
      mutationFn: ({ deletionId, ...options }) => client.deletions.undo(deletionId, options),
      onSuccess: ({ receipt, gallery, document, media }, { deletionId }) => {
        cache.writeReceipt(receipt)
        media.forEach(cache.writeMedia)
        if (gallery) cache.writeGallery(gallery)
        if (document) cache.writeDocument(document)
        return cache.refetch(
          galleristKeys.deletion(deletionId),
          galleristKeys.galleryLists(),
          galleristKeys.galleryDetails(),
          galleristKeys.content(),
          galleristKeys.media(),
        )
      },
    })
  },
}

import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { CreateGalleryInput, DeleteGalleryOptions, SaveGalleryInput } from '../client/gallery-resource.ts'
import { readErrorDetails, type Gallery, type Receipt, type SavedGallery } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { createCacheWriter } from './cache-writer.ts'
import { galleristKeys } from './gallerist-keys.ts'

export interface DeleteGalleryVariables extends DeleteGalleryOptions {
  readonly galleryId: string
}

/**
 * Mutation options of galleries. The response is written into the cache and what else it touches is fetched anew before
 * the mutation ends.
 *
 * @example const save = useMutation(galleryMutations.save(client, queryClient, galleryId))
 */
export const galleryMutations = {
  /** Saves of one gallery run one after the other. On `GALLERY_CHANGED` the cache gets the current gallery. */
  save: (client: GalleristClient, queryClient: QueryClient, galleryId: string) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<SavedGallery, GalleristError, SaveGalleryInput>({
      mutationKey: galleristKeys.save(galleryId),
      scope: { id: `gallerist:gallery:${galleryId}` },
      mutationFn: (input) => client.galleries.save(galleryId, input),
      onSuccess: ({ gallery, receipt }) => {
        cache.writeGallery(gallery)
        cache.writeReceipt(receipt)
        return cache.refetchAllBut(galleristKeys.gallery(galleryId))
      },
      onError: (error) => {
        const details = readErrorDetails('GALLERY_CHANGED', error)
        if (details) cache.writeGallery(details.gallery)
      },
    })
  },

  create: (client: GalleristClient, queryClient: QueryClient) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<Gallery, GalleristError, CreateGalleryInput>({
      mutationFn: (input) => client.galleries.create(input),
      onSuccess: (gallery) => {
        cache.writeGallery(gallery)
        return cache.refetch(galleristKeys.galleryLists())
      },
    })
  },

  delete: (client: GalleristClient, queryClient: QueryClient) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<Receipt, GalleristError, DeleteGalleryVariables>({
      mutationFn: ({ galleryId, ...options }) => client.galleries.delete(galleryId, options),
      onSuccess: (receipt, { galleryId }) => {
        cache.writeReceipt(receipt)
        cache.drop(galleristKeys.gallery(galleryId))
        return cache.refetch(galleristKeys.galleryLists(), galleristKeys.media())
      },
    })
  },
}

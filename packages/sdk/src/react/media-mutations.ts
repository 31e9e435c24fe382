import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type {
  DeleteMediaOptions,
  UpdatedMedia,
  UpdateMediaInput,
  UploadMediaOptions,
} from '../client/media-resource.ts'
import type { CompletedUpload, Receipt } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { createCacheWriter } from './cache-writer.ts'
import { galleristKeys } from './gallerist-keys.ts'

export interface UpdateMediaVariables extends UpdateMediaInput {
  readonly mediaId: string
}

export interface DeleteMediaVariables extends DeleteMediaOptions {
  readonly mediaId: string
}

export interface UploadMediaVariables extends UploadMediaOptions {
  readonly file: File
}

/** Mutation options of media. */
export const mediaMutations = {
  update: (client: GalleristClient, queryClient: QueryClient) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<UpdatedMedia, GalleristError, UpdateMediaVariables>({
      mutationFn: ({ mediaId, ...changes }) => client.media.update(mediaId, changes),
      onSuccess: ({ media, receipt }) => {
        cache.writeMedia(media)
        if (receipt) cache.writeReceipt(receipt)
        // The media as well: a media has no version by which a fetch that began before could be told to be older.
        return cache.refetch(galleristKeys.mediaDetail(media.id), galleristKeys.mediaLists(), galleristKeys.galleries())
      },
    })
  },

  delete: (client: GalleristClient, queryClient: QueryClient) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<Receipt, GalleristError, DeleteMediaVariables>({
      mutationFn: ({ mediaId, ...options }) => client.media.delete(mediaId, options),
      onSuccess: (receipt, { mediaId }) => {
        cache.writeReceipt(receipt)
        cache.drop(galleristKeys.mediaDetail(mediaId))
        return cache.refetch(galleristKeys.mediaLists(), galleristKeys.galleries())
      },
    })
  },

  /** One file, e.g. straight into the library; a gallery's uploads go through the queue of the provider. */
  upload: (client: GalleristClient, queryClient: QueryClient) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<CompletedUpload, GalleristError, UploadMediaVariables>({
      mutationFn: ({ file, ...options }) => client.media.upload(file, options),
      onSuccess: ({ media }) => {
        cache.writeMedia(media)
        return cache.refetch(galleristKeys.mediaLists())
      },
    })
  },
}

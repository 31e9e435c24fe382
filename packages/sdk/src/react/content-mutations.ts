import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type {
  CreateDocumentInput,
  DeleteDocumentOptions,
  SaveDocumentInput,
  SavedDocumentOf,
} from '../client/content-resource.ts'
import type { GalleristClient } from '../client/gallerist-client.ts'
import { readErrorDetails, type ContentTypeName, type Receipt } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { createCacheWriter } from './cache-writer.ts'
import { galleristKeys } from './gallerist-keys.ts'

export interface DeleteDocumentVariables extends DeleteDocumentOptions {
  readonly documentId: string
}

/**
 * Mutation options of documents; what they touch is written into the cache or fetched anew before the mutation ends.
 *
 * @example const save = useMutation(contentMutations.save(client, queryClient, { contentType: 'articles', documentId }))
 */
export const contentMutations = {
  create: <Name extends ContentTypeName>(client: GalleristClient, queryClient: QueryClient, contentType: Name) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<SavedDocumentOf<Name>, GalleristError, CreateDocumentInput<Name>>({
      mutationFn: (input) => client.content(contentType).create(input),
      onSuccess: ({ document, receipt }) => {
        cache.writeDocument(document)
        cache.writeReceipt(receipt)
        return cache.refetch(galleristKeys.documentLists(contentType), galleristKeys.media())
      },
    })
  },

  /** Saves of one document run one after the other. On `DOCUMENT_CHANGED` the cache gets the current document. */
  save: <Name extends ContentTypeName>(
    client: GalleristClient,
    queryClient: QueryClient,
    { contentType, documentId }: { readonly contentType: Name; readonly documentId: string },
  ) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<SavedDocumentOf<Name>, GalleristError, SaveDocumentInput<Name>>({
      scope: { id: `gallerist:${contentType}:${documentId}` },
      mutationFn: (input) => client.content(contentType).save(documentId, input),
      onSuccess: ({ document, receipt }) => {
        cache.writeDocument(document)
        cache.writeReceipt(receipt)
        return cache.refetch(galleristKeys.documentLists(contentType), galleristKeys.media())
      },
      onError: (error) => {
        const details = readErrorDetails('DOCUMENT_CHANGED', error)
        if (details) cache.writeDocument(details.document)
      },
    })
  },

  delete: (client: GalleristClient, queryClient: QueryClient, contentType: ContentTypeName) => {
    const cache = createCacheWriter(queryClient)
    return mutationOptions<Receipt, GalleristError, DeleteDocumentVariables>({
      mutationFn: ({ documentId, ...options }) => client.content(contentType).delete(documentId, options),
      onSuccess: (receipt, { documentId }) => {
        cache.writeReceipt(receipt)
        cache.drop(galleristKeys.document(contentType, documentId))
        return cache.refetch(galleristKeys.documentLists(contentType), galleristKeys.media())
      },
    })
  },
}

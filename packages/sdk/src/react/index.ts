export { contentMutations, type DeleteDocumentVariables } from './content-mutations.ts'
export { contentQueries } from './content-queries.ts'
export { deletionMutations, type UndoDeletionVariables } from './deletion-mutations.ts'
export { deletionQueries } from './deletion-queries.ts'
export { galleristKeys } from './gallerist-keys.ts'
export { GalleristProvider, type GalleristProviderProps } from './GalleristProvider.tsx'
export { galleryMutations, type DeleteGalleryVariables } from './gallery-mutations.ts'
export { galleryQueries } from './gallery-queries.ts'
export {
  mediaMutations,
  type DeleteMediaVariables,
  type UpdateMediaVariables,
  type UploadMediaVariables,
} from './media-mutations.ts'
export { mediaQueries } from './media-queries.ts'
export { useGalleristClient } from './use-gallerist-client.ts'
export { useUploadQueue } from './use-upload-queue.ts'
export { useUploads } from './use-uploads.ts'

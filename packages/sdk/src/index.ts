export { createGalleristClient } from './client/create-client.ts'
export type { AxiosLike } from './client/axios-transport.ts'
export type { GalleristClientOptions } from './client/client-options.ts'
export type { Clock } from './client/clock.ts'
export type {
  ContentResource,
  CreateDocumentInput,
  DeleteDocumentOptions,
  SaveDocumentInput,
  SavedDocumentOf,
} from './client/content-resource.ts'
export type { DeletionResource } from './client/deletion-resource.ts'
export type { ActOptions, CallOptions, EndpointArguments, EndpointInput } from './client/endpoint-input.ts'
export type { GalleristClient } from './client/gallerist-client.ts'
export type {
  CreateGalleryInput,
  DeleteGalleryOptions,
  GalleryResource,
  SaveGalleryInput,
} from './client/gallery-resource.ts'
export type {
  DeleteMediaOptions,
  MediaResource,
  SendFileOptions,
  UpdatedMedia,
  UpdateMediaInput,
  UploadMediaOptions,
} from './client/media-resource.ts'
export type { PagedList } from './client/paged-list.ts'
export type { RetryOptions } from './client/retry-policy.ts'
export type { StorageResource } from './client/storage-resource.ts'
export type { AuthFunction } from './client/token-source.ts'
export type { Transport, TransportRequest, TransportResponse } from './client/transport.ts'
export type { UploadResource } from './client/upload-resource.ts'
export * from './contract/index.ts'
export { AbortedError } from './errors/aborted-error.ts'
export { ApiError } from './errors/api-error.ts'
export { ContractError } from './errors/contract-error.ts'
export { CredentialsError } from './errors/credentials-error.ts'
export { FileRefusedError } from './errors/file-refused-error.ts'
export { GalleristError, type GalleristErrorFacts } from './errors/gallerist-error.ts'
export { InvalidInputError, type Issue } from './errors/invalid-input-error.ts'
export { isGalleristError } from './errors/is-gallerist-error.ts'
export { NetworkError } from './errors/network-error.ts'
export { TimeoutError } from './errors/timeout-error.ts'
export { toGalleristError } from './errors/to-gallerist-error.ts'
export { UnexpectedResponseError } from './errors/unexpected-response-error.ts'
export { UploadRejectedError } from './errors/upload-rejected-error.ts'
export { createUploadQueue, type UploadQueueOptions } from './uploads/create-upload-queue.ts'
export type { UploadProgress } from './uploads/upload-progress.ts'
export type { UploadClient, UploadQueue } from './uploads/upload-queue.ts'
export type { UploadPhase, UploadState } from './uploads/upload-state.ts'

import type { ContentTypeName, User } from '../contract/index.ts'
import type { GalleristClientOptions } from './client-options.ts'
import type { ContentResource } from './content-resource.ts'
import type { DeletionResource } from './deletion-resource.ts'
import type { CallOptions } from './endpoint-input.ts'
import type { GalleryResource } from './gallery-resource.ts'
import type { MediaResource } from './media-resource.ts'
import type { RequestFunction } from './request.ts'
import type { StorageResource } from './storage-resource.ts'
import type { UploadResource } from './upload-resource.ts'

/** The API, typed. Immutable; everything it throws is a `GalleristError`. */
export interface GalleristClient {
  readonly media: MediaResource
  readonly galleries: GalleryResource
  /**
   * The documents of a content type.
   *
   * @example const { document } = await client.content('articles').create({ fields: { title: 'Review' } })
   */
  readonly content: <Name extends ContentTypeName>(contentType: Name) => ContentResource<Name>
  readonly deletions: DeletionResource
  readonly uploads: UploadResource
  readonly storage: StorageResource

  readonly uploadMedia: MediaResource['upload']
  readonly getMedia: MediaResource['get']
  readonly listMedia: MediaResource['list']
  readonly getMediaForObject: MediaResource['forObject']
  readonly updateMedia: MediaResource['update']
  readonly deleteMedia: MediaResource['delete']

  readonly listGalleries: GalleryResource['list']
  readonly getGallery: GalleryResource['get']
  readonly getMediaGallery: GalleryResource['media']
  readonly createGallery: GalleryResource['create']
  readonly saveGallery: GalleryResource['save']
  readonly planGallerySave: GalleryResource['planSave']
  readonly deleteGallery: GalleryResource['delete']
  readonly planGalleryDeletion: GalleryResource['planDelete']

  readonly getDeletion: DeletionResource['get']
  readonly undoDeletion: DeletionResource['undo']

  getMe(options?: CallOptions): Promise<User>

  /**
   * Calls any row of the endpoint table, or one of your own, with the same auth, retries and validation.
   *
   * @example await client.request(endpoints.listDemoUsers)
   */
  readonly request: RequestFunction

  /** Another client with these options instead; this one stays as it is. */
  withOptions(options: GalleristClientOptions): GalleristClient
}

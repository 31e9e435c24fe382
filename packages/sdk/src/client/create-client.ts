import { endpoints } from '../contract/index.ts'
import type { GalleristClientOptions } from './client-options.ts'
import { createContentResource } from './content-resource.ts'
import { createMediaResource } from './create-media-resource.ts'
import { createDeletionResource } from './deletion-resource.ts'
import type { GalleristClient } from './gallerist-client.ts'
import { createGalleryResource } from './gallery-resource.ts'
import { createRequest } from './request.ts'
import { createRuntime, type Runtime } from './runtime.ts'
import { createStorageResource } from './storage-resource.ts'
import { createUploadMedia } from './upload-media.ts'
import { createUploadResource } from './upload-resource.ts'

/**
 * Creates a client of the API.
 *
 * @example const client = createGalleristClient({ baseUrl: 'https://api.example', auth: () => readToken() })
 */
export function createGalleristClient(options: GalleristClientOptions = {}): GalleristClient {
  return createClient(options, createRuntime(options))
}

function createClient(options: GalleristClientOptions, runtime: Runtime): GalleristClient {
  const request = createRequest(runtime)
  const uploads = createUploadResource(request)
  const upload = createUploadMedia(runtime, uploads)
  const media = createMediaResource({ request, upload, createId: runtime.createId })
  const galleries = createGalleryResource(request)
  const deletions = createDeletionResource(request)
  return Object.freeze({
    media,
    galleries,
    content: (contentType) => createContentResource(request, contentType),
    deletions,
    uploads,
    storage: createStorageResource(request),
    uploadMedia: media.upload,
    getMedia: media.get,
    listMedia: media.list,
    getMediaForObject: media.forObject,
    updateMedia: media.update,
    deleteMedia: media.delete,
    listGalleries: galleries.list,
    getGallery: galleries.get,
    getMediaGallery: galleries.media,
    createGallery: galleries.create,
    saveGallery: galleries.save,
    planGallerySave: galleries.planSave,
    deleteGallery: galleries.delete,
    planGalleryDeletion: galleries.planDelete,
    getDeletion: deletions.get,
    undoDeletion: deletions.undo,
    getMe: (call) => request(endpoints.getMe, call),
    request,
    withOptions: (overrides) => {
      const merged = { ...options, ...overrides }
      const next = createRuntime(merged)
      // One token source per auth function, so that a refresh stays single-flight across derived clients.
      return createClient(merged, merged.auth === options.auth ? { ...next, tokens: runtime.tokens } : next)
    },
  } satisfies GalleristClient)
}

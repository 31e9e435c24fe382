import {
  endpoints,
  type CreateGalleryBody,
  type EndpointBody,
  type Gallery,
  type GallerySummary,
  type Media,
  type PageQuery,
  type Plan,
  type Receipt,
  type SavedGallery,
} from '../contract/index.ts'
import type { ActOptions, CallOptions } from './endpoint-input.ts'
import { toPagedList, type PagedList } from './paged-list.ts'
import type { RequestFunction } from './request.ts'

/** Absent fields stay as they are; `items: []` removes everything. */
export type SaveGalleryInput = EndpointBody<typeof endpoints.saveGallery> &
  ActOptions & {
    /** The version the list was made against. */
    readonly baseVersion: number
  }

export type CreateGalleryInput = CreateGalleryBody & ActOptions

export interface DeleteGalleryOptions extends ActOptions {
  /** Refuses with `GALLERY_CHANGED` where the gallery is another by now. */
  readonly baseVersion?: number | undefined
}

export interface GalleryResource {
  /** Yours, or the published ones without a token. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagedList<GallerySummary>
  readonly get: (galleryId: string, options?: CallOptions) => Promise<Gallery>
  readonly create: (input: CreateGalleryInput) => Promise<Gallery>
  /**
   * Saves order, texts, cover and replacements at once; what the save drops is deleted from storage.
   *
   * @throws `GALLERY_CHANGED` with the current gallery where someone saved first.
   */
  readonly save: (galleryId: string, input: SaveGalleryInput) => Promise<SavedGallery>
  /** What that save would delete and keep. */
  readonly planSave: (galleryId: string, input: SaveGalleryInput) => Promise<Plan>
  readonly delete: (galleryId: string, options?: DeleteGalleryOptions) => Promise<Receipt>
  readonly planDelete: (galleryId: string, options?: ActOptions) => Promise<Plan>
  /** The gallery's own media in order; external pictures are left out. */
  readonly media: (galleryId: string, options?: CallOptions) => Promise<Media[]>
}

/** Parts the act's options from the body, so that a misspelt field reaches the check instead of vanishing. */
function splitAct<Input extends ActOptions>({ idempotencyKey, signal, timeoutMs, ...body }: Input) {
  return { act: { idempotencyKey, signal, timeoutMs }, body }
}

function splitSave(input: SaveGalleryInput) {
  const { act, body } = splitAct(input)
  const { baseVersion, ...document } = body
  return { ...act, baseVersion, body: document }
}

export function createGalleryResource(request: RequestFunction): GalleryResource {
  const get: GalleryResource['get'] = (galleryId, options) =>
    request(endpoints.getGallery, { params: { galleryId }, ...options })
  return {
    get,
    list: (query, options) =>
      toPagedList(
        (cursor) => request(endpoints.listGalleries, { query: { ...query, cursor }, ...options }),
        query?.cursor,
      ),
    create: (input) => {
      const { act, body } = splitAct(input)
      return request(endpoints.createGallery, { ...act, body })
    },
    save: (galleryId, input) => request(endpoints.saveGallery, { params: { galleryId }, ...splitSave(input) }),
    planSave: (galleryId, input) => request(endpoints.planGallerySave, { params: { galleryId }, ...splitSave(input) }),
    delete: (galleryId, options) => request(endpoints.deleteGallery, { params: { galleryId }, ...options }),
    planDelete: (galleryId, options) => request(endpoints.planGalleryDeletion, { params: { galleryId }, ...options }),
    media: async (galleryId, options) => {
      const { items } = await get(galleryId, options)
      return items.flatMap((item) => (item.kind === 'media' ? [item.media] : []))
    },
  }
}

import type {
  CreateGalleryBody,
  EndpointBody,
  Gallery,
  GallerySummary,
  Media,
  PageQuery,
  Plan,
  Receipt,
  SavedGallery,
  endpoints,
} from '../contract/index.ts'
import type { ActOptions, CallOptions } from './endpoint-input.ts'
import type { PagedList } from './paged-list.ts'

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
  list(query?: PageQuery, options?: CallOptions): PagedList<GallerySummary>
  get(galleryId: string, options?: CallOptions): Promise<Gallery>
  create(input: CreateGalleryInput): Promise<Gallery>
  /**
   * Saves order, texts, cover and replacements at once; what the save drops is deleted from storage.
   *
   * @throws `GALLERY_CHANGED` with the current gallery where someone saved first.
   */
  save(galleryId: string, input: SaveGalleryInput): Promise<SavedGallery>
  /** What that save would delete and keep. */
  planSave(galleryId: string, input: SaveGalleryInput): Promise<Plan>
  delete(galleryId: string, options?: DeleteGalleryOptions): Promise<Receipt>
  planDelete(galleryId: string, options?: ActOptions): Promise<Plan>
  /** The gallery's own media in order; external pictures are left out. */
  media(galleryId: string, options?: CallOptions): Promise<Media[]>
}

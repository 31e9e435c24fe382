import type {
  Attachment,
  CompletedUpload,
  ListMediaQuery,
  Media,
  MediaWhy,
  PageQuery,
  Receipt,
  ReplacedMedia,
  UpdateMediaBody,
  UploadPurpose,
} from '../contract/index.ts'
import type { UploadProgress } from '../uploads/upload-progress.ts'
import type { ActOptions, CallOptions } from './endpoint-input.ts'
import type { PagedList } from './paged-list.ts'

export interface SendFileOptions extends ActOptions {
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined
}

export interface UploadMediaOptions extends SendFileOptions, UploadPurpose {}

export interface UpdateMediaInput extends SendFileOptions, UpdateMediaBody {
  /** New bytes for the same media id; the old ones are deleted from storage. */
  readonly file?: File | undefined
}

export interface UpdatedMedia {
  readonly media: Media
  /** What became of the replaced bytes; null where none were replaced. */
  readonly receipt: Receipt | null
}

export interface DeleteMediaOptions extends ActOptions {
  /** Takes it out of the galleries that use it, instead of being refused with `MEDIA_IN_USE`. */
  readonly detach?: boolean | undefined
}

export interface MediaResource {
  /** Sends a file straight to the bucket and makes it a media: staged, attached to an object, or in the library. */
  readonly upload: (file: File, options?: UploadMediaOptions) => Promise<CompletedUpload>
  readonly get: (mediaId: string, options?: CallOptions) => Promise<Media>
  /** Yours, newest first, or those of one object in order. */
  readonly list: (query?: ListMediaQuery, options?: CallOptions) => PagedList<Media>
  /** The media attached to an object, in order. */
  readonly forObject: (attachment: Attachment, query?: PageQuery, options?: CallOptions) => PagedList<Media>
  /** Why its files are still in storage, or gone; also of a media that is gone. */
  readonly why: (mediaId: string, options?: CallOptions) => Promise<MediaWhy>
  /** Changes texts, bytes or both; the bytes last. */
  readonly update: (mediaId: string, changes: UpdateMediaInput) => Promise<UpdatedMedia>
  readonly replaceFile: (mediaId: string, file: File, options?: SendFileOptions) => Promise<ReplacedMedia>
  /** @throws `MEDIA_IN_USE` with who uses it, unless `detach` is set. */
  readonly delete: (mediaId: string, options?: DeleteMediaOptions) => Promise<Receipt>
}

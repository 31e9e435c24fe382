import type { Database } from '../db/database.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import type { ImageTools } from './image-tools.ts'
import type { GalleryRules } from './save-gallery.ts'

/** Everything that the routes work on. */
export interface AppDeps {
  readonly database: Database
  /** Null while storage is switched off. */
  readonly storage: ObjectStorage | null
  readonly images: ImageTools
  readonly rules: GalleryRules
  /** Tells the sweeper that something may be due. */
  readonly wake: () => void
}

import type { PageQuery, StorageObject } from '../contract/index.ts'
import type { CallOptions } from './endpoint-input.ts'
import type { PagedList } from './paged-list.ts'

export interface StorageResource {
  /** What the bucket really holds. Admins only. */
  listObjects(query?: PageQuery, options?: CallOptions): PagedList<StorageObject>
}

import { endpoints, type PageQuery, type StorageObject } from '../contract/index.ts'
import type { CallOptions } from './endpoint-input.ts'
import { toPagedList, type PagedList } from './paged-list.ts'
import type { RequestFunction } from './request.ts'

export interface StorageResource {
  /** What the bucket really holds. Admins only. */
  readonly listObjects: (query?: PageQuery, options?: CallOptions) => PagedList<StorageObject>
}

export function createStorageResource(request: RequestFunction): StorageResource {
  return {
    listObjects: (query, options) =>
      toPagedList(
        (cursor) => request(endpoints.listStorageObjects, { query: { ...query, cursor }, ...options }),
        query?.cursor,
      ),
  }
}

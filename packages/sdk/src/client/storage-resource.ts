import {
  endpoints,
  type Invariants,
  type PageQuery,
  type ReconcileReport,
  type StorageObject,
} from '../contract/index.ts'
import type { CallOptions } from './endpoint-input.ts'
import { toPagedList, type PagedList } from './paged-list.ts'
import type { RequestFunction } from './request.ts'

export interface StorageResource {
  /** What the bucket really holds. Admins only. */
  readonly listObjects: (query?: PageQuery, options?: CallOptions) => PagedList<StorageObject>
  /** What is proven about storage, and when it was. Admins only. */
  readonly invariants: (options?: CallOptions) => Promise<Invariants>
  /**
   * Compares bucket and database; deletes nothing. Admins only. Takes as long as the bucket is large: default timeout
   * ten minutes.
   */
  readonly reconcile: (options?: CallOptions) => Promise<ReconcileReport>
}

const reconcileTimeoutMs = 600_000

export function createStorageResource(request: RequestFunction): StorageResource {
  return {
    listObjects: (query, options) =>
      toPagedList(
        (cursor) => request(endpoints.listStorageObjects, { query: { ...query, cursor }, ...options }),
        query?.cursor,
      ),
    invariants: (options) => request(endpoints.getInvariants, options),
    reconcile: (options) => request(endpoints.reconcile, { timeoutMs: reconcileTimeoutMs, ...options }),
  }
}

import { endpoints, type Receipt, type UndoneDeletion } from '../contract/index.ts'
import type { ActOptions, CallOptions } from './endpoint-input.ts'
import type { RequestFunction } from './request.ts'

export interface DeletionResource {
  /** What became of the files so far. */
  readonly get: (deletionId: string, options?: CallOptions) => Promise<Receipt>
  /** @throws `UNDO_IMPOSSIBLE` with the reason. */
  readonly undo: (deletionId: string, options?: ActOptions) => Promise<UndoneDeletion>
}

export function createDeletionResource(request: RequestFunction): DeletionResource {
  return {
    get: (deletionId, options) => request(endpoints.getDeletion, { params: { deletionId }, ...options }),
    undo: (deletionId, options) => request(endpoints.undoDeletion, { params: { deletionId }, ...options }),
  }
}

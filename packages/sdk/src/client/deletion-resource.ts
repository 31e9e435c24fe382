import type { Receipt, UndoneDeletion } from '../contract/index.ts'
import type { ActOptions, CallOptions } from './endpoint-input.ts'

export interface DeletionResource {
  /** What became of the files so far. */
  get(deletionId: string, options?: CallOptions): Promise<Receipt>
  /** @throws `UNDO_IMPOSSIBLE` with the reason. */
  undo(deletionId: string, options?: ActOptions): Promise<UndoneDeletion>
}

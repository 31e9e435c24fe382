import type { Clock } from '../client/clock.ts'
import type { UploadClient, UploadQueue } from './upload-queue.ts'

export interface UploadQueueOptions {
  readonly client: UploadClient
  /** Uploads at the same time. Default 4. */
  readonly concurrency?: number | undefined
  readonly clock?: Clock | undefined
  readonly createId?: (() => string) | undefined
}

/** Creates a queue; nothing runs until a file is added. */
export function createUploadQueue(_options: UploadQueueOptions): UploadQueue {
  throw new Error('is being built')
}

'use client'

import type { UploadQueue } from '../uploads/upload-queue.ts'
import { useGallerist } from './gallerist-context.ts'

/** The upload queue of the provider, to act on; does not re-render. */
export function useUploadQueue(): UploadQueue {
  return useGallerist('useUploadQueue').uploads
}

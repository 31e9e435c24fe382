'use client'

import { useSyncExternalStore } from 'react'
import type { UploadState } from '../uploads/upload-state.ts'
import { useUploadQueue } from './use-upload-queue.ts'

/** All uploads of the provider's queue, re-rendering with each change. */
export function useUploads(): readonly UploadState[] {
  const { subscribe, getSnapshot } = useUploadQueue()
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot)
}

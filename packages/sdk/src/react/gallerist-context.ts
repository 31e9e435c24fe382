'use client'

import { createContext, useContext } from 'react'
import type { GalleristClient } from '../client/gallerist-client.ts'
import type { UploadQueue } from '../uploads/upload-queue.ts'

export interface GalleristContextValue {
  readonly client: GalleristClient
  readonly uploads: UploadQueue
}

export const GalleristContext = createContext<GalleristContextValue | null>(null)

export function useGallerist(caller: string): GalleristContextValue {
  const value = useContext(GalleristContext)
  if (!value) throw new Error(`${caller} found no <GalleristProvider> above it. Wrap your app in one.`)
  return value
}

'use client'

import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { GalleristClient } from '../client/gallerist-client.ts'
import { createUploadQueue } from '../uploads/create-upload-queue.ts'
import type { UploadQueue } from '../uploads/upload-queue.ts'
import { GalleristContext } from './gallerist-context.ts'

export interface GalleristProviderProps {
  /** Create it once, outside of components. */
  readonly client: GalleristClient
  /** Provided to everything below. Default: the one of a QueryClientProvider above. */
  readonly queryClient?: QueryClient | undefined
  /** Default: a queue of the provider's own, which lives as long as the provider. */
  readonly uploads?: UploadQueue | undefined
  readonly children?: ReactNode
}

/** Gives everything below the client and one upload queue. Unmounting stops no upload and deletes nothing. */
export function GalleristProvider({ client, queryClient, uploads, children }: GalleristProviderProps) {
  const [ownUploads] = useState(() => createUploadQueue({ client }))
  const queue = uploads ?? ownUploads
  useEffect(() => ownUploads.replaceClient(client), [ownUploads, client])
  useEffect(() => queue.keepAlive(), [queue])
  const value = useMemo(() => ({ client, uploads: queue }), [client, queue])
  const provided = <GalleristContext.Provider value={value}>{children}</GalleristContext.Provider>
  if (!queryClient) return provided
  return <QueryClientProvider client={queryClient}>{provided}</QueryClientProvider>
}

'use client'

import type { GalleristClient } from '../client/gallerist-client.ts'
import { useGallerist } from './gallerist-context.ts'

/** The client of the provider. */
export function useGalleristClient(): GalleristClient {
  return useGallerist('useGalleristClient').client
}

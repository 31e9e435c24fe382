import { createGalleristClient, createUploadQueue, type GalleristClient, type UploadClient } from '@gallerist/sdk'
import { createFakeBackend, type FakeBackend, type FakeBackendOptions, type SeedGallery } from '@gallerist/sdk/msw'
import { GalleristProvider } from '@gallerist/sdk/react'
import type { Decorator, Parameters as StoryParameters } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { serve } from './network.ts'

export interface FakeGallery {
  readonly seed?: SeedGallery
  readonly backend?: FakeBackendOptions
  /** Runs before the story is shown: faults, other galleries. */
  readonly prepare?: (backend: FakeBackend, galleryId: string) => void
  /** Sends files in place of the client: for a progress that stands still. */
  readonly uploads?: UploadClient
}

declare module 'storybook/internal/csf' {
  interface Parameters {
    gallery?: FakeGallery
  }
}

interface LoaderContext {
  readonly id: string
  readonly parameters: StoryParameters
}

interface World {
  readonly galleryId: string
  readonly client: GalleristClient
  readonly queryClient: QueryClient
  readonly uploads: ReturnType<typeof createUploadQueue>
}

/** A backend of the story's own, with one gallery in it. */
export async function loadFakeGallery({ id, parameters }: LoaderContext): Promise<{ world: World }> {
  const { gallery = {} } = parameters
  const backend = createFakeBackend({ baseUrl: `/mock-api/${id}`, currentUser: 'alice', ...gallery.backend })
  const { id: galleryId } = backend.seedGallery(gallery.seed ?? { items: 11 })
  gallery.prepare?.(backend, galleryId)
  await serve(id, backend.handlers)
  const client = createGalleristClient({ baseUrl: backend.baseUrl, retry: false })
  const uploads = createUploadQueue({ client: gallery.uploads ?? client })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })
  return { world: { galleryId, client, queryClient, uploads } }
}

/** Provides the loaded world to a story and tells it the gallery's id. */
export const withFakeGallery: Decorator = (Story, { loaded, args }) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Storybook does not type what loaders return; loadFakeGallery is the only one
  const { galleryId, client, queryClient, uploads } = loaded['world'] as World
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <GalleristProvider client={client} uploads={uploads}>
          <Story args={{ ...args, galleryId }} />
        </GalleristProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

import { createGalleristClient, type GalleristClient } from '@gallerist/sdk'
import { createFakeBackend, type FakeBackend, type FakeBackendOptions, type SeedGallery } from '@gallerist/sdk/msw'
import { galleristKeys, GalleristProvider } from '@gallerist/sdk/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { http } from 'msw'
import { StrictMode } from 'react'
import { onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import { serve } from '../.storybook/network.ts'
import { GalleryEditor, type GalleryEditorProps } from '../src/index.ts'
import '../src/styles.css'

export interface EditorApp {
  readonly backend: FakeBackend
  readonly client: GalleristClient
  readonly queryClient: QueryClient
  readonly galleryId: string
  /** Method and path below the API of every request that reached the backend, GETs left out. */
  readonly writes: readonly string[]
  readonly screen: Awaited<ReturnType<typeof render>>
  readonly refetch: () => Promise<void>
  /** Lets the requests go on that `hold` named. */
  readonly release: () => void
}

export interface EditorAppOptions {
  readonly seed?: SeedGallery
  readonly backend?: FakeBackendOptions
  readonly props?: Partial<GalleryEditorProps>
  /** Runs before the editor is shown. */
  readonly prepare?: (backend: FakeBackend, galleryId: string) => void
  /** Requests that wait for `release`, by the beginning of their method and path. */
  readonly hold?: string
}

let count = 0

/** The editor on the real client and a fake backend of its own, in StrictMode like everything. */
export async function renderEditor(options: EditorAppOptions = {}): Promise<EditorApp> {
  const owner = `test-${(count += 1)}-${crypto.randomUUID()}`
  const backend = createFakeBackend({ baseUrl: `/mock-api/${owner}`, currentUser: 'alice', ...options.backend })
  const { id: galleryId } = backend.seedGallery(options.seed ?? { items: 4 })
  options.prepare?.(backend, galleryId)
  const { writes, release, listener } = listen(backend, options.hold)
  await serve(owner, [listener, ...backend.handlers])
  const client = createGalleristClient({ baseUrl: backend.baseUrl, retry: { baseDelayMs: 1 } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = await render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <GalleristProvider client={client}>
          <GalleryEditor galleryId={galleryId} {...options.props} />
        </GalleristProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  onTestFinished(() => queryClient.clear())
  const refetch = () => queryClient.refetchQueries({ queryKey: galleristKeys.gallery(galleryId), exact: true })
  return { backend, client, queryClient, galleryId, writes, screen, refetch, release }
}

/** Notes what reaches the backend before it does, and can make it wait. */
function listen(backend: FakeBackend, hold?: string) {
  const writes: string[] = []
  let release: (() => void) | undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const listener = http.all(`${backend.baseUrl}/*`, async ({ request }) => {
    const path = new URL(request.url).pathname.replace(/^.*?\/mock-api\/[^/]+/, '')
    const name = `${request.method} ${path}`
    if (request.method !== 'GET') writes.push(name)
    if (hold !== undefined && name.startsWith(hold)) await released
  })
  return { writes, listener, release: () => release?.() }
}

/** A small real picture. */
export async function makePictureFile(name: string, colour = 'teal'): Promise<File> {
  const canvas = new OffscreenCanvas(64, 48)
  const context = canvas.getContext('2d')
  if (context) context.fillStyle = colour
  context?.fillRect(0, 0, 64, 48)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new File([blob], name, { type: 'image/png' })
}

import type { GallerySummary } from '@gallerist/sdk'
import { GalleryEditor } from '@gallerist/ui'
import { routes } from '../route/use-route.ts'
import './gallery-pane.css'

export interface GalleryPaneProps {
  readonly galleryId: string | null
  /** What the list knows of it. */
  readonly summary: GallerySummary | undefined
  /** The user has no gallery. */
  readonly isEmpty: boolean
  readonly onCreate: () => void
}

/** The open gallery in its editor. */
export function GalleryPane({ galleryId, summary, isEmpty, onCreate }: GalleryPaneProps) {
  if (isEmpty && galleryId === null) return <NoGallery onCreate={onCreate} />
  if (galleryId === null) return null
  return (
    <section className="pane" aria-label={summary?.title ?? 'Gallery'}>
      <header className="pane-head">
        <h2 className="pane-title">{summary?.title ?? 'Gallery'}</h2>
        {summary && (
          <span className="pane-mark" data-published={summary.published}>
            {summary.published ? 'Published' : 'Draft'}
          </span>
        )}
      </header>
      <GalleryEditor key={galleryId} galleryId={galleryId} onDirtyChange={routes.setDirty} />
    </section>
  )
}

function NoGallery({ onCreate }: Pick<GalleryPaneProps, 'onCreate'>) {
  return (
    <div className="pane-empty">
      <span className="gl-icon" data-icon="picture" />
      <h2 className="pane-title">No galleries yet</h2>
      <p>Make one, add pictures, and watch their files appear in the bucket.</p>
      <button type="button" className="gl-button" data-variant="primary" onClick={onCreate}>
        New gallery
      </button>
    </div>
  )
}

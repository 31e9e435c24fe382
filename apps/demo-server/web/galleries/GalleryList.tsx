import type { GallerySummary } from '@gallerist/sdk'
import { GalleryCard } from './GalleryCard.tsx'
import './gallery-list.css'

export interface GalleryListProps {
  /** Undefined while they load. */
  readonly galleries: readonly GallerySummary[] | undefined
  readonly openId: string | null
  /** Says whose each is. */
  readonly showUser: boolean
  readonly onOpen: (gallery: GallerySummary) => void
  readonly onDelete: (gallery: GallerySummary) => void
  readonly onCreate: () => void
}

export function GalleryList({ galleries, openId, showUser, onOpen, onDelete, onCreate }: GalleryListProps) {
  return (
    <nav className="gallery-list" aria-label="Galleries">
      <div className="gallery-list-head">
        <h2 className="section-title">Galleries</h2>
        <button type="button" className="gl-button gallery-new" onClick={onCreate}>
          <span className="gl-icon" data-icon="plus" />
          New gallery
        </button>
      </div>
      {galleries?.length === 0 && <p className="gallery-list-empty">None yet.</p>}
      <ul className="gallery-cards" aria-busy={galleries === undefined}>
        {galleries?.map((gallery) => (
          <GalleryCard
            key={gallery.id}
            gallery={gallery}
            isOpen={gallery.id === openId}
            showUser={showUser}
            onOpen={onOpen}
            onDelete={onDelete}
          />
        ))}
        {galleries === undefined && [1, 2].map((place) => <li key={place} className="gallery-card" data-loading />)}
      </ul>
    </nav>
  )
}

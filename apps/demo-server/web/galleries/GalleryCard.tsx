import type { GallerySummary } from '@gallerist/sdk'
import { plural } from '../format/plural.ts'

export interface GalleryCardProps {
  readonly gallery: GallerySummary
  readonly isOpen: boolean
  readonly showUser: boolean
  readonly onOpen: (gallery: GallerySummary) => void
  readonly onDelete: (gallery: GallerySummary) => void
}

export function GalleryCard({ gallery, isOpen, showUser, onOpen, onDelete }: GalleryCardProps) {
  const { title, itemCount, published, userId, cover } = gallery
  const thumbnail = cover?.urls.thumbnails[0]?.url ?? cover?.urls.original
  const facts = [...(showUser ? [userId] : []), plural(itemCount, 'picture'), published ? 'Published' : 'Draft']
  return (
    <li className="gallery-card">
      <button
        type="button"
        className="gallery-open"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => onOpen(gallery)}
      >
        <span className="gallery-cover gl-icon" data-icon="picture">
          {thumbnail && <img src={thumbnail} alt="" width={40} height={40} draggable={false} />}
        </span>
        <span className="gallery-text">
          <span className="gallery-title" dir="auto" title={title}>
            {title}
          </span>
          <span className="gallery-facts" dir="auto">
            {facts.join(' · ')}
          </span>
        </span>
      </button>
      <button
        type="button"
        className="gallery-delete gl-icon"
        data-icon="trash"
        aria-label={`Delete gallery ‘${title}’`}
        title="Delete gallery"
        onClick={() => onDelete(gallery)}
      />
    </li>
  )
}

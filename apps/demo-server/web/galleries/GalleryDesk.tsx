import type { GallerySummary, User } from '@gallerist/sdk'
import { useGalleristClient } from '@gallerist/sdk/react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { routes } from '../route/use-route.ts'
import { DeletionNotice } from './DeletionNotice.tsx'
import { GalleryDialogs, type OpenDialog } from './GalleryDialogs.tsx'
import { GalleryList } from './GalleryList.tsx'
import { GalleryPane } from './GalleryPane.tsx'
import { galleryListQuery } from './gallery-list-query.ts'
import type { Deletion } from './deletion.ts'
import './gallery-desk.css'

export interface GalleryDeskProps {
  readonly user: User
  /** Null: the first one. */
  readonly galleryId: string | null
}

/** A user's galleries, and the one that is open. */
export function GalleryDesk({ user, galleryId }: GalleryDeskProps) {
  const { data: galleries, error, refetch } = useQuery(galleryListQuery(useGalleristClient()))
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [deletion, setDeletion] = useState<Deletion | null>(null)
  const open = galleries?.find(({ id }) => id === galleryId)
  useFirstGallery(user.id, galleryId, galleries)
  const show = (id: string | null) => routes.go({ userId: user.id, galleryId: id })
  const noteDeleted = (next: Deletion) => {
    setDialog(null)
    setDeletion(next)
    if (next.galleryId !== galleryId) return
    routes.setDirty(false)
    show(null)
  }
  return (
    <div className="desk">
      <div className="desk-aside">
        {error && <FailureNotice title="Galleries" reason={error.message} onRetry={() => void refetch()} />}
        <GalleryList
          galleries={galleries}
          openId={galleryId}
          showUser={user.role === 'admin'}
          onOpen={(gallery) => show(gallery.id)}
          onDelete={(gallery: GallerySummary) => setDialog({ kind: 'delete', gallery })}
          onCreate={() => setDialog({ kind: 'create' })}
        />
      </div>
      <div className="desk-main">
        {deletion && (
          <DeletionNotice
            key={deletion.receiptId}
            deletion={deletion}
            onUndone={() => show(deletion.galleryId)}
            onDismiss={() => setDeletion(null)}
          />
        )}
        <GalleryPane
          galleryId={galleryId}
          summary={open}
          isEmpty={galleries?.length === 0}
          onCreate={() => setDialog({ kind: 'create' })}
        />
      </div>
      <GalleryDialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        onCreated={(id) => {
          setDialog(null)
          show(id)
        }}
        onDeleted={noteDeleted}
      />
    </div>
  )
}

/** Opens the first one where the address names none. It is named there, so that another order later changes nothing. */
function useFirstGallery(userId: string, galleryId: string | null, galleries: readonly GallerySummary[] | undefined) {
  const first = galleries?.[0]?.id
  useEffect(() => {
    if (galleryId === null && first !== undefined) routes.refine({ userId, galleryId: first })
  }, [userId, galleryId, first])
}

import type { GallerySummary } from '@gallerist/sdk'
import { CreateGalleryDialog } from './CreateGalleryDialog.tsx'
import { DeleteGalleryDialog } from './DeleteGalleryDialog.tsx'
import type { Deletion } from './deletion.ts'

export type OpenDialog = { readonly kind: 'create' } | { readonly kind: 'delete'; readonly gallery: GallerySummary }

export interface GalleryDialogsProps {
  readonly dialog: OpenDialog | null
  readonly onClose: () => void
  readonly onCreated: (galleryId: string) => void
  readonly onDeleted: (deletion: Deletion) => void
}

export function GalleryDialogs({ dialog, onClose, onCreated, onDeleted }: GalleryDialogsProps) {
  if (dialog?.kind === 'create') return <CreateGalleryDialog onClose={onClose} onCreated={onCreated} />
  if (dialog?.kind === 'delete')
    return <DeleteGalleryDialog gallery={dialog.gallery} onClose={onClose} onDeleted={onDeleted} />
  return null
}

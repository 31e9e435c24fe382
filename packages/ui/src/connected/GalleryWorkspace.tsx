import type { SavedGallery } from '@gallerist/sdk'
import type { Gallery } from '@gallerist/sdk/contract'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { GalleryGridHandle } from '../components/gallery-grid/grid-props.ts'
import { EditorFrame } from '../components/gallery-editor/EditorFrame.tsx'
import { LoadFailure } from '../components/gallery-editor/LoadFailure.tsx'
import { type Rejection, RejectionList } from '../components/rejection-list/RejectionList.tsx'
import { isDirty } from '../editor/select-changes.ts'
import type { SaveMode } from '../editor/select-save-outlook.ts'
import { selectUploadProgress } from '../editor/select-uploads.ts'
import { useLatest } from '../hooks/use-latest.ts'
import type { Messages } from '../messages/en.ts'
import { ConflictPart } from './ConflictPart.tsx'
import { GridPart } from './GridPart.tsx'
import type { Refresh } from './part-props.ts'
import { ReceiptPart } from './ReceiptPart.tsx'
import { SavePart } from './SavePart.tsx'
import { useGalleryEditor } from './use-gallery-editor.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

export interface GalleryWorkspaceProps {
  readonly gallery: Gallery
  readonly words: Messages
  readonly saveMode: SaveMode
  readonly refresh: Refresh
  readonly readOnly?: boolean | undefined
  readonly onSaved?: ((saved: SavedGallery) => void) | undefined
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined
}

/** One gallery on the page: the grid, and what surrounds it, each part fed from the draft. */
export function GalleryWorkspace(props: GalleryWorkspaceProps) {
  const { gallery, words, saveMode, refresh, readOnly: isReadOnly = false } = props
  const gridRef = useRef<GalleryGridHandle>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const [receiptId, setReceiptId] = useState<string | null>(null)
  const [rejections, setRejections] = useState<readonly Rejection[]>([])
  const editor = useGalleryEditor(gallery, saveMode, {
    onOpen: setOpenId,
    onRefused: (refused) => setRejections((known) => [...known, ...refused]),
    onSaved(saved) {
      setReceiptId(saved.receipt.id)
      props.onSaved?.(saved)
    },
  })
  const draft = useSyncExternalStore(editor.store.subscribe, editor.store.getSnapshot, editor.store.getSnapshot)
  // An image that comes back later does not open its details by itself.
  if (openId !== null && !draft.items.some(({ id }) => id === openId)) setOpenId(null)
  const isChanged = isDirty(draft)
  useLeaveGuard(isChanged || selectUploadProgress(draft).pendingCount > 0)
  useDirtyNews(isChanged, props.onDirtyChange)
  const part = { editor, draft, isReadOnly }
  return (
    <EditorFrame onUndo={() => editor.commands.undo()} onRedo={() => editor.commands.redo()}>
      {refresh.error !== null && <LoadFailure isRefresh reason={refresh.error} onRetry={refresh.run} />}
      <ConflictPart {...part} />
      <RejectionList rejections={rejections} onDismiss={() => setRejections([])} />
      <ReceiptPart {...part} receiptId={receiptId} onDismiss={() => setReceiptId(null)} />
      <GridPart {...part} words={words.grid} refresh={refresh} gridRef={gridRef} openId={openId} onOpen={setOpenId} />
      <SavePart {...part} galleryId={gallery.id} mode={saveMode} onJump={(id) => gridRef.current?.focusTile(id)} />
    </EditorFrame>
  )
}

function useDirtyNews(isChanged: boolean, onDirtyChange: GalleryWorkspaceProps['onDirtyChange']): void {
  const latest = useLatest(onDirtyChange)
  // In braces: whatever the host's callback returns is no clean-up.
  useEffect(() => {
    latest.current?.(isChanged)
  }, [latest, isChanged])
}

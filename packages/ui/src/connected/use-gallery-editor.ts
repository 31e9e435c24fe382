import type { SavedGallery } from '@gallerist/sdk'
import type { Gallery } from '@gallerist/sdk/contract'
import { useGalleristClient, useUploadQueue } from '@gallerist/sdk/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Rejection } from '../components/rejection-list/RejectionList.tsx'
import type { SaveMode } from '../editor/select-save-outlook.ts'
import { useLatest } from '../hooks/use-latest.ts'
import { useEditorMessages } from '../messages/messages-context.ts'
import { createGalleryEditor, type GalleryEditorCore } from './create-gallery-editor.ts'

export interface EditorEvents {
  readonly onOpen: (id: string) => void
  readonly onSaved: (saved: SavedGallery) => void
  readonly onRefused: (rejections: readonly Rejection[]) => void
}

/** Creates one editor for as long as the component lives, and gives its draft every gallery that is fetched. */
export function useGalleryEditor(gallery: Gallery, saveMode: SaveMode, events: EditorEvents): GalleryEditorCore {
  const client = useGalleristClient()
  const queue = useUploadQueue()
  const queryClient = useQueryClient()
  const latest = useLatest({ ...events, words: useEditorMessages() })
  const [editor] = useState(() =>
    createGalleryEditor({
      client,
      queryClient,
      queue,
      gallery,
      saveMode,
      readWords: () => latest.current.words,
      onOpen: (id) => latest.current.onOpen(id),
      onSaved: (saved) => latest.current.onSaved(saved),
      onRefused: (rejections) => latest.current.onRefused(rejections),
    }),
  )
  useEffect(() => editor.attach(), [editor])
  useEffect(() => editor.store.dispatch({ type: 'baseRefreshed', gallery }), [editor, gallery])
  return editor
}

'use client'

import type { SavedGallery } from '@gallerist/sdk'
import { galleryQueries, useGalleristClient } from '@gallerist/sdk/react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { EditorFrame } from '../components/gallery-editor/EditorFrame.tsx'
import { LoadFailure } from '../components/gallery-editor/LoadFailure.tsx'
import { GallerySkeleton } from '../components/gallery-skeleton/GallerySkeleton.tsx'
import type { SaveMode } from '../editor/select-save-outlook.ts'
import { describeError } from '../messages/describe-error.ts'
import { mergeMessages, type Words } from '../messages/en.ts'
import { EditorMessagesContext } from '../messages/messages-context.ts'
import { GalleryWorkspace } from './GalleryWorkspace.tsx'

export interface GalleryEditorProps {
  readonly galleryId: string
  /** Shows without editing. Default: false. */
  readonly readOnly?: boolean | undefined
  /** Your words over the English ones. Keep the object: a new one each render makes all words anew. */
  readonly messages?: Words | undefined
  /** What a save does about uploads that have not ended. Fixed when the gallery is first shown. Default: `wait`. */
  readonly saveMode?: SaveMode | undefined
  /** After each save, with the gallery and the receipt of what it deletes. */
  readonly onSaved?: ((saved: SavedGallery) => void) | undefined
  /** When there begin or cease to be unsaved changes: for your router's own question before leaving. */
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined
}

/**
 * Edits a gallery. Nothing but uploads is sent before Save; what a save drops is deleted from storage, and its receipt
 * offers to take it back.
 *
 * @example <GalleristProvider client={client}><GalleryEditor galleryId={id} /></GalleristProvider>
 */
export function GalleryEditor({ galleryId, messages, saveMode = 'wait', ...rest }: GalleryEditorProps) {
  const client = useGalleristClient()
  const { data, error, refetch, isFetching } = useQuery({
    ...galleryQueries.detail(client, galleryId),
    // Offline a fetch fails and says so; a reconnect fetches again all the same.
    networkMode: 'always',
    refetchOnReconnect: true,
  })
  const words = useMemo(() => mergeMessages(messages), [messages])
  const reason = error && describeError(error, words.editor)
  const refresh = () => void refetch()
  return (
    <EditorMessagesContext.Provider value={words.editor}>
      {data ? (
        <GalleryWorkspace
          key={`${data.id} ${data.createdAt}`}
          gallery={data}
          words={words}
          saveMode={saveMode}
          refresh={{ run: refresh, isRunning: isFetching, error: reason }}
          {...rest}
        />
      ) : (
        <EditorFrame>
          {reason === null ? <GallerySkeleton /> : <LoadFailure reason={reason} onRetry={refresh} />}
        </EditorFrame>
      )}
    </EditorMessagesContext.Provider>
  )
}

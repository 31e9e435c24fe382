import { type GalleristClient, readErrorDetails, type SavedGallery, toGalleristError } from '@gallerist/sdk'
import { galleryMutations } from '@gallerist/sdk/react'
import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import type { SaveAttempt } from '../editor/draft.ts'
import type { SaveAnswer } from '../editor/save-runner.ts'
import { describeError } from '../messages/describe-error.ts'
import type { EditorMessages } from '../messages/merge-messages.ts'

export interface SaveSenderPorts {
  readonly client: GalleristClient
  readonly queryClient: QueryClient
  readonly galleryId: string
  readonly readWords: () => EditorMessages
  readonly onSaved: (saved: SavedGallery) => void
}

/** Sends a save through the gallery's mutation; the draft hears of the answer before everything else is refetched. */
export function createSaveSender(ports: SaveSenderPorts): (attempt: SaveAttempt) => Promise<SaveAnswer> {
  const { client, queryClient, galleryId, readWords, onSaved } = ports
  const options = galleryMutations.save(client, queryClient, galleryId)
  return ({ body, version, idempotencyKey }) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(queryClient, {
        ...options,
        // Offline it fails at once and can be tried again; paused, it would be sent when nobody looks any more.
        networkMode: 'always',
        onSuccess: (saved, ...rest) => {
          resolve({ kind: 'saved', gallery: saved.gallery })
          onSaved(saved)
          return options.onSuccess?.(saved, ...rest)
        },
      })
      const input = { ...body, baseVersion: version, idempotencyKey }
      observer.mutate(input).catch((error: unknown) => resolve(toAnswer(error, readWords())))
    })
}

function toAnswer(thrown: unknown, words: EditorMessages): SaveAnswer {
  const error = toGalleristError(thrown)
  const conflict = readErrorDetails('GALLERY_CHANGED', error)
  if (conflict) return { kind: 'conflict', theirs: conflict.gallery }
  const goneMediaIds = readErrorDetails('MEDIA_GONE', error)?.mediaIds ?? []
  const expiredUploadIds = readErrorDetails('UPLOAD_EXPIRED', error)?.uploadIds ?? []
  const failure = { code: error.code, message: describeError(error, words), goneMediaIds }
  return { kind: 'failed', failure, expiredIds: [...expiredUploadIds, ...goneMediaIds] }
}

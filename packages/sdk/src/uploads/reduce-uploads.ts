import type { CompletedUpload } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import type { UploadProgress } from './upload-progress.ts'
import type { UploadState } from './upload-state.ts'

export type UploadEvent =
  | { readonly type: 'fileQueued'; readonly key: string; readonly file: File }
  | { readonly type: 'uploadRequeued'; readonly key: string }
  | { readonly type: 'uploadStarted'; readonly key: string }
  | { readonly type: 'uploadProgressed'; readonly key: string; readonly progress: UploadProgress }
  | { readonly type: 'uploadFinished'; readonly key: string; readonly result: CompletedUpload }
  | { readonly type: 'uploadFailed'; readonly key: string; readonly error: GalleristError }
  | { readonly type: 'uploadCancelled'; readonly key: string }
  | { readonly type: 'uploadForgotten'; readonly key: string }
  | { readonly type: 'leaseChanged'; readonly key: string; readonly leaseExpiresAt: string | null }

const fresh = { sentBytes: 0, result: null, error: null } as const

/** The next list of uploads. Events of keys that are not in it change nothing. */
export function reduceUploads(uploads: readonly UploadState[], event: UploadEvent): readonly UploadState[] {
  if (event.type === 'fileQueued') {
    return [...uploads, { ...fresh, key: event.key, file: event.file, phase: 'queued', totalBytes: event.file.size }]
  }
  if (!uploads.some(({ key }) => key === event.key)) return uploads
  if (event.type === 'uploadForgotten') return uploads.filter(({ key }) => key !== event.key)
  return uploads.map((upload) => (upload.key === event.key ? reduceUpload(upload, event) : upload))
}

type OneUploadEvent = Exclude<UploadEvent, { readonly type: 'fileQueued' | 'uploadForgotten' }>

function reduceUpload(upload: UploadState, event: OneUploadEvent): UploadState {
  switch (event.type) {
    case 'uploadRequeued':
      return { ...upload, ...fresh, phase: 'queued' }
    case 'uploadStarted':
      return { ...upload, phase: 'preparing' }
    case 'uploadProgressed':
      return advance(upload, event.progress)
    case 'uploadFinished':
      return { ...upload, phase: 'done', sentBytes: upload.totalBytes, result: event.result, error: null }
    case 'uploadFailed':
      return { ...upload, phase: 'failed', result: null, error: event.error }
    case 'uploadCancelled':
      return { ...upload, ...fresh, phase: 'cancelled' }
    case 'leaseChanged':
      return upload.result ? { ...upload, result: { ...upload.result, leaseExpiresAt: event.leaseExpiresAt } } : upload
    default:
      return event satisfies never
  }
}

/** `done` is not taken from progress: it comes with the confirmed result. */
function advance(upload: UploadState, { phase, sentBytes }: UploadProgress): UploadState {
  return { ...upload, phase: phase === 'done' ? 'processing' : phase, sentBytes }
}

import type { Draft } from './draft.ts'
import { idleSave } from './draft.ts'
import type { UploadEvent } from './draft-event.ts'
import type { DraftUpload } from './draft-upload.ts'

/** Progress of uploads. News of an upload that the draft has forgotten changes nothing. */
export function reduceUpload(draft: Draft, event: UploadEvent): Draft {
  switch (event.type) {
    case 'uploadAdvanced': {
      const { key, phase, sentBytes } = event
      return patchUpload(draft, key, (upload) => ({ ...upload, phase, sentBytes, message: null, result: null }))
    }
    case 'uploadCompleted':
      return patchUpload(draft, event.key, (upload) => complete(upload, event.result))
    case 'uploadFailed':
      return stopWaiting(
        draft,
        patchUpload(draft, event.key, (upload) => ({ ...upload, ...failed(event.message) })),
      )
    case 'uploadsExpired':
      return stopWaiting(
        draft,
        patchUploads(draft, (upload) => (isNamed(upload, event.ids) ? expire(upload) : upload)),
      )
    case 'leaseRenewed':
      return patchUploads(draft, (upload) => renew(upload, event.uploadId, event.leaseExpiresAt))
    default:
      return event satisfies never
  }
}

function complete(upload: DraftUpload, result: DraftUpload['result']): DraftUpload {
  return { ...upload, phase: 'done', sentBytes: upload.totalBytes, result, message: null }
}

function failed(message: string) {
  return { phase: 'failed', message, result: null } as const
}

function expire(upload: DraftUpload): DraftUpload {
  return { ...upload, phase: 'expired', sentBytes: 0 }
}

function isNamed({ result }: DraftUpload, ids: readonly string[]): boolean {
  return result !== null && (ids.includes(result.uploadId) || ids.includes(result.media.id))
}

function renew(upload: DraftUpload, uploadId: string, leaseExpiresAt: string): DraftUpload {
  if (upload.result?.uploadId !== uploadId) return upload
  return { ...upload, result: { ...upload.result, leaseExpiresAt } }
}

/** A save that waits for uploads does not go on without a person when one of them has failed. */
function stopWaiting(before: Draft, draft: Draft): Draft {
  return draft !== before && draft.save.kind === 'waiting' ? { ...draft, save: idleSave } : draft
}

function patchUpload(draft: Draft, key: string, patch: (upload: DraftUpload) => DraftUpload): Draft {
  const upload = draft.uploads.get(key)
  return upload ? { ...draft, uploads: new Map(draft.uploads).set(key, patch(upload)) } : draft
}

function patchUploads(draft: Draft, patch: (upload: DraftUpload) => DraftUpload): Draft {
  const patched = [...draft.uploads.values()].map(patch)
  const same = patched.every((upload) => draft.uploads.get(upload.key) === upload)
  return same ? draft : { ...draft, uploads: new Map(patched.map((upload) => [upload.key, upload])) }
}

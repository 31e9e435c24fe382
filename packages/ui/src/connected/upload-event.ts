import type { UploadState } from '@gallerist/sdk'
import type { UploadEvent } from '../editor/draft-event.ts'
import type { DraftUpload } from '../editor/draft-upload.ts'
import { describeError } from '../messages/describe-error.ts'
import type { EditorMessages } from '../messages/merge-messages.ts'

/** What a draft has to hear of an upload; null where it knows already. */
export function toUploadEvent(known: DraftUpload, state: UploadState, words: EditorMessages): UploadEvent | null {
  switch (state.phase) {
    case 'done':
      return state.result && toDoneEvent(known, state.result)
    case 'failed':
      return toFailedEvent(known, state, words)
    case 'queued':
    case 'preparing':
    case 'sending':
    case 'processing':
    case 'cancelled': {
      const { phase, sentBytes } = state
      const isKnown = known.phase === phase && known.sentBytes === sentBytes
      return isKnown ? null : { type: 'uploadAdvanced', key: known.key, phase, sentBytes }
    }
    default:
      return state.phase satisfies never
  }
}

function toDoneEvent(known: DraftUpload, result: NonNullable<UploadState['result']>): UploadEvent | null {
  if (known.result?.uploadId !== result.uploadId) return { type: 'uploadCompleted', key: known.key, result }
  const { uploadId, leaseExpiresAt } = result
  if (leaseExpiresAt === null || leaseExpiresAt === known.result.leaseExpiresAt) return null
  return { type: 'leaseRenewed', uploadId, leaseExpiresAt }
}

function toFailedEvent(known: DraftUpload, { error }: UploadState, words: EditorMessages): UploadEvent | null {
  if (known.phase === 'failed' || known.phase === 'expired') return null
  if (known.result && error?.code === 'UPLOAD_EXPIRED') return { type: 'uploadsExpired', ids: [known.result.uploadId] }
  return { type: 'uploadFailed', key: known.key, message: error ? describeError(error, words) : words.errors.INTERNAL }
}

import type { UploadProgress } from '../../editor/select-uploads.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { useUploadNews } from './use-upload-news.ts'

export interface UploadSummaryProps {
  readonly uploads: UploadProgress
  readonly onRetryAll: () => void
}

/** One line for all uploads; a screen reader hears the start, each quarter and the end, never each file. */
export function UploadSummary({ uploads, onRetryAll }: UploadSummaryProps) {
  const { uploads: words } = useEditorMessages()
  const news = useUploadNews(uploads)
  const { pendingCount, doneCount, stuck, fraction } = uploads
  return (
    <div className="gl-upload-summary" data-idle={pendingCount + stuck.length === 0 || undefined}>
      {pendingCount > 0 && (
        <>
          <bdi>{words.progress(doneCount, doneCount + pendingCount, fraction)}</bdi>
          <progress className="gl-upload-bar" value={fraction} aria-label={words.started(doneCount + pendingCount)} />
        </>
      )}
      {stuck.length > 0 && (
        <>
          <bdi className="gl-upload-stuck">{words.stuck(stuck.length)}</bdi>
          <button type="button" className="gl-button" onClick={onRetryAll}>
            {words.retryAll(stuck.length)}
          </button>
        </>
      )}
      <span className="gl-visually-hidden" aria-live="polite">
        {news}
      </span>
    </div>
  )
}

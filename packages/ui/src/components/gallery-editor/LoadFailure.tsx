import { useEditorMessages } from '../../messages/messages-context.ts'
import { Notice } from '../notice/Notice.tsx'

export interface LoadFailureProps {
  /** For people. */
  readonly reason: string
  /** There is a gallery on the page, only not the newest. */
  readonly isRefresh?: boolean
  readonly onRetry: () => void
}

/** A gallery that could not be fetched, and the way to try again. */
export function LoadFailure({ reason, isRefresh = false, onRetry }: LoadFailureProps) {
  const { load } = useEditorMessages()
  return (
    <Notice
      tone="danger"
      title={isRefresh ? load.refreshFailed : load.failed}
      actions={
        <button type="button" className="gl-button" onClick={onRetry}>
          {load.retry}
        </button>
      }
    >
      <p>{reason}</p>
    </Notice>
  )
}

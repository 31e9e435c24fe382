import './failure-notice.css'

export interface FailureNoticeProps {
  readonly title: string
  readonly reason: string
  readonly onRetry: () => void
}

/** What did not work, why, and a way to try again. */
export function FailureNotice({ title, reason, onRetry }: FailureNoticeProps) {
  return (
    <div className="failure" role="alert">
      <span className="gl-icon failure-icon" data-icon="alert" />
      <p className="failure-text" dir="auto">
        <strong>{title}</strong>
        {reason}
      </p>
      <button type="button" className="gl-button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}

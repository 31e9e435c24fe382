import type { ReactNode } from 'react'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface NoticeProps {
  /** `warning` and `danger` are announced at once, the others politely. */
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly onDismiss?: (() => void) | undefined
}

/** A message that stays until somebody deals with it. State: `data-tone`. */
export function Notice({ tone, title, children, actions, onDismiss }: NoticeProps) {
  const messages = useEditorMessages()
  const isUrgent = tone === 'warning' || tone === 'danger'
  return (
    <div className="gl-notice" data-tone={tone} role={isUrgent ? 'alert' : 'status'}>
      <div className="gl-notice-text">
        <p className="gl-notice-title">
          <bdi>{title}</bdi>
        </p>
        {children}
      </div>
      <div className="gl-notice-actions">
        {actions}
        {onDismiss && (
          <button type="button" className="gl-button" data-variant="quiet" onClick={onDismiss}>
            {messages.dismiss}
          </button>
        )}
      </div>
    </div>
  )
}

import type { ReactElement, ReactNode } from 'react'
import type { GridMessages } from '../../messages/grid.ts'
import { type SelectionAction, toSelectionItems } from './selection-items.ts'

export interface SelectionBarProps {
  readonly count: number
  readonly messages: GridMessages
  readonly onAction: (action: SelectionAction) => void
  /** The header while nothing is selected. */
  readonly children: ReactNode
}

/** A header that turns into what can be done with the selection; its height stays. */
export function SelectionBar({ count, messages, onAction, children }: SelectionBarProps): ReactElement {
  if (count === 0) return <div className="gl-grid-header">{children}</div>
  return (
    <div className="gl-grid-header" data-mode="selecting" role="toolbar" aria-label={messages.selected(count)}>
      <strong className="gl-selection-count" dir="auto">
        {messages.selected(count)}
      </strong>
      {toSelectionItems(count, messages).map(({ action, words, icon }) => (
        <button
          key={action}
          type="button"
          className="gl-button gl-selection-button"
          data-variant={action === 'remove' ? 'danger' : 'quiet'}
          title={words}
          data-selection-action={action}
          onClick={() => onAction(action)}
        >
          <span className="gl-icon" data-icon={icon} aria-hidden="true" />
          <span className="gl-selection-words">{words}</span>
        </button>
      ))}
    </div>
  )
}

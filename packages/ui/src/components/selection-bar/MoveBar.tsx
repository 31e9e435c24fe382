import type { ReactElement } from 'react'
import type { GridMessages } from '../../messages/grid.ts'

export interface MoveBarProps {
  /** "Photo.jpg" or "3 images". */
  readonly what: string
  readonly messages: GridMessages
  readonly onCancel: () => void
}

/** The header while tiles wait for a place. */
export function MoveBar({ what, messages, onCancel }: MoveBarProps): ReactElement {
  return (
    <div className="gl-grid-header" data-mode="moving">
      <span className="gl-icon" data-icon="move" aria-hidden="true" />
      <span className="gl-move-hint" dir="auto">
        {messages.placeHint(what)}
      </span>
      <button type="button" className="gl-button" onClick={onCancel}>
        {messages.cancel}
      </button>
    </div>
  )
}

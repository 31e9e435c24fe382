import type { ReactElement } from 'react'
import type { GridMessages } from '../../messages/grid.ts'

export interface EmptyGridProps {
  readonly messages: GridMessages
  readonly onAdd: (() => void) | undefined
}

/** A gallery without images. */
export function EmptyGrid({ messages, onAdd }: EmptyGridProps): ReactElement {
  return (
    <div className="gl-grid-empty">
      <span className="gl-icon" data-icon="picture" aria-hidden="true" />
      <p>{messages.empty}</p>
      {onAdd && (
        <button type="button" className="gl-button" onClick={onAdd}>
          {messages.addImages}
        </button>
      )}
    </div>
  )
}

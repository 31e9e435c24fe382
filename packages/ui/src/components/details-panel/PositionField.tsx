import { type KeyboardEvent, useId, useState } from 'react'
import type { ItemDetails } from '../../editor/select-details.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface PositionFieldProps {
  readonly details: ItemDetails
  readonly onMove: (id: string, position: number) => void
}

/** The place in the gallery, from 1; moves on Enter or on leaving the field. Keyed by item and place. */
export function PositionField({ details, onMove }: PositionFieldProps) {
  const { details: words } = useEditorMessages()
  const fieldId = useId()
  const current = details.index + 1
  const [text, setText] = useState(String(current))
  const move = () => {
    const position = Math.min(details.total, Math.max(1, Math.round(Number(text))))
    if (Number.isNaN(position) || text.trim() === '' || position === current) setText(String(current))
    else onMove(details.id, position)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) move()
  }
  return (
    <div className="gl-details-field">
      <label htmlFor={fieldId}>{words.position(details.total)}</label>
      <input
        id={fieldId}
        className="gl-field gl-details-position"
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={move}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

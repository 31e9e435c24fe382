import { type FormEvent, type ReactElement, useId, useState } from 'react'
import type { GridMessages } from '../../messages/grid.ts'
import { GridDialog } from './GridDialog.tsx'

export interface MoveToDialogProps {
  /** "Photo.jpg" or "3 images". */
  readonly what: string
  /** Position of the first of them now, from 1. */
  readonly position: number
  /** The last position that the first of them can take. */
  readonly lastPosition: number
  readonly messages: GridMessages
  readonly onMove: (position: number) => void
  readonly onPickPlace: () => void
  readonly onClose: () => void
}

/** Moves without dragging: to the start, to the end, to a number, or to a place tapped next. */
export function MoveToDialog(props: MoveToDialogProps): ReactElement {
  const { what, lastPosition, messages, onMove, onPickPlace, onClose } = props
  const [position, setPosition] = useState(String(props.position))
  const fieldId = useId()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onMove(Number(position))
  }
  return (
    <GridDialog title={messages.moveToTitle(what)} onClose={onClose}>
      <form className="gl-dialog-form" onSubmit={submit}>
        <label htmlFor={fieldId}>{messages.moveToPosition(lastPosition)}</label>
        <div className="gl-dialog-row">
          <input
            id={fieldId}
            className="gl-field"
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={lastPosition}
            value={position}
            onChange={(event) => setPosition(event.target.value)}
          />
          <button type="submit" className="gl-button" data-variant="primary">
            {messages.move}
          </button>
        </div>
        <div className="gl-dialog-row">
          <button type="button" className="gl-button" onClick={() => onMove(1)}>
            {messages.moveToFirst}
          </button>
          <button type="button" className="gl-button" onClick={() => onMove(lastPosition)}>
            {messages.moveToLast}
          </button>
          <button type="button" className="gl-button" onClick={onPickPlace}>
            {messages.moveToPlace}
          </button>
        </div>
        <div className="gl-dialog-end">
          <button type="button" className="gl-button" data-variant="quiet" onClick={onClose}>
            {messages.cancel}
          </button>
        </div>
      </form>
    </GridDialog>
  )
}

import { limits } from '@gallerist/sdk/contract'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import type { GridMessages } from '../../messages/grid.ts'
import { GridDialog } from '../gallery-grid/GridDialog.tsx'

export interface AltTextDialogProps {
  readonly count: number
  readonly messages: GridMessages
  readonly onApply: (alt: string) => void
  readonly onClose: () => void
}

/** One alt text for many images. */
export function AltTextDialog({ count, messages, onApply, onClose }: AltTextDialogProps): ReactElement {
  const [alt, setAlt] = useState('')
  const fieldId = useId()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onApply(alt.trim())
  }
  return (
    <GridDialog title={messages.altTitle(count)} onClose={onClose}>
      <form className="gl-dialog-form" onSubmit={submit}>
        <label htmlFor={fieldId}>{messages.altField}</label>
        <textarea
          id={fieldId}
          className="gl-field"
          rows={3}
          required
          maxLength={limits.altTextLength}
          aria-describedby={`${fieldId}-hint`}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
        />
        <p id={`${fieldId}-hint`} className="gl-dialog-hint">
          {messages.altHint(count)}
        </p>
        <div className="gl-dialog-end">
          <button type="button" className="gl-button" data-variant="quiet" onClick={onClose}>
            {messages.cancel}
          </button>
          <button type="submit" className="gl-button" data-variant="primary">
            {messages.save}
          </button>
        </div>
      </form>
    </GridDialog>
  )
}

import { limits } from '@gallerist/sdk/contract'
import { useId } from 'react'
import type { ItemDetails } from '../../editor/select-details.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { useTextSession } from './use-text-session.ts'

export interface CaptionFieldProps {
  readonly details: ItemDetails
  readonly onEdit: (id: string, caption: string | null, session: string) => void
}

/** The caption that readers see under the picture; empty is none. */
export function CaptionField({ details, onEdit }: CaptionFieldProps) {
  const { details: words } = useEditorMessages()
  const fieldId = useId()
  const { session, renew } = useTextSession(details.id)
  return (
    <div className="gl-details-field">
      <label htmlFor={fieldId}>{words.caption}</label>
      <textarea
        id={fieldId}
        className="gl-field"
        rows={2}
        maxLength={limits.captionLength}
        value={details.caption ?? ''}
        onFocus={renew}
        onChange={(event) => onEdit(details.id, event.target.value || null, session)}
      />
    </div>
  )
}

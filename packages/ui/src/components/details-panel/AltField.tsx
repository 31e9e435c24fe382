import { limits } from '@gallerist/sdk/contract'
import { type RefObject, useId } from 'react'
import type { ItemDetails } from '../../editor/select-details.ts'
import type { EditorMessages } from '../../messages/merge-messages.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'
import { useTextSession } from './use-text-session.ts'

export interface AltFieldProps {
  readonly details: ItemDetails
  readonly onEdit: (id: string, alt: string | undefined, session: string) => void
  /** Where the focus goes when another image is shown. */
  readonly altRef: RefObject<HTMLTextAreaElement | null>
}

/** Alt text of this gallery: own words, decorative (empty), or the file's own by leaving it out. */
export function AltField({ details, onEdit, altRef }: AltFieldProps) {
  const { details: words } = useEditorMessages()
  const fieldId = useId()
  const hintId = useId()
  const { session, renew } = useTextSession(details.id)
  const { alt, inheritedAlt } = details
  const isInheritedDecorative = alt === undefined && inheritedAlt === ''
  const edit = (next: string | undefined) => onEdit(details.id, next, session)
  return (
    <div className="gl-details-field">
      <label htmlFor={fieldId}>{words.alt}</label>
      <textarea
        ref={altRef}
        id={fieldId}
        className="gl-field"
        rows={3}
        maxLength={limits.altTextLength}
        value={alt ?? ''}
        placeholder={inheritedAlt ?? ''}
        // Not disabled: a field that cannot have the focus loses it on the way through the images.
        readOnly={alt === ''}
        aria-describedby={hintId}
        onFocus={renew}
        onChange={(event) => edit(event.target.value || undefined)}
      />
      <p id={hintId} className="gl-details-hint">
        <bdi>{hintOf(details, words)}</bdi>
      </p>
      <label className="gl-details-check">
        <input
          type="checkbox"
          checked={alt === '' || isInheritedDecorative}
          disabled={isInheritedDecorative}
          onChange={(event) => edit(event.target.checked ? '' : undefined)}
        />
        {words.decorative}
      </label>
      {alt !== undefined && inheritedAlt !== null && (
        <button type="button" className="gl-link gl-details-inherit" onClick={() => edit(undefined)}>
          {words.inherit}
        </button>
      )}
    </div>
  )
}

function hintOf({ alt, inheritedAlt }: ItemDetails, words: EditorMessages['details']): string {
  if (alt !== undefined) return words.altHint(alt.length)
  return inheritedAlt ? words.inherited(inheritedAlt) : words.inheritedNothing
}

import { useState } from 'react'
import type { Edit, HistoryStep } from '../../editor/history.ts'
import { useEditorMessages } from '../../messages/messages-context.ts'

export interface EditToastProps {
  /** The last step of the history, if any. */
  readonly step: HistoryStep | undefined
  readonly onUndo: () => void
}

/** "2 images removed · Undo". Stays until the next edit or until it is dismissed, for as long as a reader needs. */
export function EditToast({ step, onUndo }: EditToastProps) {
  const messages = useEditorMessages()
  const [dismissed, setDismissed] = useState<Edit | null>(null)
  const isShown = step !== undefined && step.edit !== dismissed && spoken.has(step.edit.kind)
  return (
    <div className="gl-toast-region" aria-live="polite">
      {isShown && (
        <div className="gl-toast">
          <bdi>{messages.edited[step.edit.kind](step.edit.count)}</bdi>
          <button type="button" className="gl-button" data-variant="quiet" onClick={onUndo}>
            {messages.header.undo}
          </button>
          <button type="button" className="gl-button" data-variant="quiet" onClick={() => setDismissed(step.edit)}>
            {messages.dismiss}
          </button>
        </div>
      )}
    </div>
  )
}

/** Typing and moving show where they happen; what goes out of sight gets a toast. */
const spoken: ReadonlySet<string> = new Set(['removed', 'replaced', 'cover'])
